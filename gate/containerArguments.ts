/** How a container of the function's image is run; by default as small as Lambda would. */
export interface ContainerOptions {
  readonly image: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly memoryMegabytes?: number;
  readonly processors?: number;
  /** False lets it write outside of /tmp, so that what it wrote can be looked at. */
  readonly readOnly?: boolean;
  /** Files or folders to mount: path on the host → path in the container; read only. */
  readonly mounts?: Readonly<Record<string, string>>;
  /** The machine's own network, for a container that calls servers on this machine. */
  readonly hostNetwork?: boolean;
  /** Name of the handler, instead of the image's own. */
  readonly handler?: string;
}

/** Ports on this machine: of the emulator, and, where the network is shared, of its runtime's API. */
export interface ContainerPorts {
  readonly emulator: number;
  readonly runtime?: number;
}

/** Where the emulator of AWS's base image listens by itself. */
const innerPort = 8080;

/**
 * Writes the arguments of `docker` that start a container.
 * @param ports - with one of the runtime the machine's own network is shared: then each emulator needs ports of its own.
 */
export function containerArguments(options: ContainerOptions, { emulator, runtime }: ContainerPorts): string[] {
  const handler = options.handler ?? (runtime ? "index.handler" : undefined);
  const [network, command] = runtime
    ? [
        ["--network", "host", "--entrypoint", "/usr/local/bin/aws-lambda-rie"],
        [
          ...["--runtime-interface-emulator-address", `127.0.0.1:${emulator}`],
          ...["--runtime-api-address", `127.0.0.1:${runtime}`, "/var/runtime/bootstrap"],
        ],
      ]
    : [["--publish", `127.0.0.1:${emulator}:${innerPort}`], handler ? [handler] : []];
  return [
    ...["run", "--detach", ...network],
    ...limits(options),
    ...environment({ ...options, ...(runtime && handler ? { handler } : {}) }),
    ...Object.entries(options.mounts ?? {}).flatMap(([from, to]) => ["--volume", `${from}:${to}:ro`]),
    options.image,
    ...command,
  ];
}

function limits({ memoryMegabytes = 1769, processors = 1, readOnly = true }: ContainerOptions): string[] {
  return [
    ...["--memory", `${memoryMegabytes}m`, "--memory-swap", `${memoryMegabytes}m`, "--cpus", String(processors)],
    ...(readOnly ? ["--read-only", "--tmpfs", "/tmp:rw,size=512m,mode=1777"] : []),
  ];
}

function environment({ environment = {}, memoryMegabytes = 1769, handler }: ContainerOptions): string[] {
  const variables = {
    TABLE_NAME: "results",
    AWS_REGION: "us-east-1",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
    ...(handler ? { _HANDLER: handler } : {}),
    ...environment,
  };
  return Object.entries(variables).flatMap(([name, value]) => ["--env", `${name}=${value}`]);
}
