import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../local/stack/freePort.ts";
import { docker } from "./docker.ts";

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

const emulatorPort = 8080;

/** A running container of the function's image, invoked through the emulator that AWS's base image carries. */
export class LambdaContainer {
  public readonly id: string;
  readonly #url: string;

  private constructor(id: string, port: number) {
    this.id = id;
    this.#url = `http://127.0.0.1:${port}/2015-03-31/functions/function/invocations`;
  }

  /** Starts a container; it can be invoked at once, but is not ready before its first answer. */
  public static async start(options: ContainerOptions): Promise<LambdaContainer> {
    const shared = options.hostNetwork ?? !(await hasBridge());
    const port = await freePort(0, "port");
    const network = shared ? ["--network", "host"] : ["--publish", `127.0.0.1:${port}:${emulatorPort}`];
    // Where the network is shared, each container's emulator needs ports of its own.
    const [entry, command] = shared ? await emulatorCommand(port) : [[], []];
    const handler = options.handler ?? (shared ? "index.handler" : undefined);
    const id = await docker([
      ...["run", "--detach", ...network, ...entry],
      ...limits(options),
      ...environment({ ...options, ...(shared && handler ? { handler } : {}) }),
      ...Object.entries(options.mounts ?? {}).flatMap(([from, to]) => ["--volume", `${from}:${to}:ro`]),
      options.image,
      ...(shared ? command : handler ? [handler] : []),
    ]);
    return new LambdaContainer(id, port);
  }

  /**
   * Invokes the function.
   * @returns its answer, or the error object that the runtime made of what it threw.
   */
  public async invoke(event: unknown): Promise<unknown> {
    const request = { method: "POST", body: JSON.stringify(event) };
    const response = await this.#reach(request);
    const text = await response.text();
    return text === "" ? undefined : JSON.parse(text);
  }

  /** What the function wrote so far. */
  public logs(): Promise<string> {
    return docker(["logs", this.id]);
  }

  /** Ends the container at once, as if its machine was gone. */
  public async kill(): Promise<void> {
    await docker(["rm", "--force", this.id]);
  }

  /** The emulator listens some milliseconds after the container was started; a request that it took is not repeated. */
  async #reach(request: RequestInit): Promise<Response> {
    const attempts = 4000;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await fetch(this.#url, request);
      } catch (error) {
        const refused = (error as { cause?: { code?: string } }).cause?.code === "ECONNREFUSED";
        if (!refused || attempt === attempts || !(await this.#runs(attempt))) throw error;
        await sleep(5);
      }
    }
  }

  async #runs(attempt: number): Promise<boolean> {
    if (attempt % 200 !== 0) return true;
    if ((await docker(["inspect", "--format", "{{.State.Running}}", this.id])) === "true") return true;
    throw new Error(`the container ended: ${await this.logs()}`);
  }
}

async function hasBridge(): Promise<boolean> {
  return (await docker(["network", "ls", "--format", "{{.Name}}"])).split("\n").includes("bridge");
}

async function emulatorCommand(port: number): Promise<[string[], string[]]> {
  const runtimePort = await freePort(0, "port");
  return [
    ["--entrypoint", "/usr/local/bin/aws-lambda-rie"],
    [
      ...["--runtime-interface-emulator-address", `127.0.0.1:${port}`],
      ...["--runtime-api-address", `127.0.0.1:${runtimePort}`],
      "/var/runtime/bootstrap",
    ],
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
