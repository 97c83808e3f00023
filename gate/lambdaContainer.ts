import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../local/stack/freePort.ts";
import { type ContainerOptions, type ContainerPorts, containerArguments } from "./containerArguments.ts";
import { docker } from "./docker.ts";

/** Starts of an emulator that ends before it listens: another process may have taken its port in between. */
const mostStarts = 3;
/** Looks at an emulator that runs, but does not listen: half a minute. */
const mostLooks = 4000;

/** A running container of the function's image, invoked through the emulator that AWS's base image carries. */
export class LambdaContainer {
  public readonly id: string;
  readonly #url: string;

  private constructor(id: string, port: number) {
    this.id = id;
    this.#url = `http://127.0.0.1:${port}`;
  }

  /**
   * Starts a container, whose emulator listens then; the function itself is not ready before its first answer.
   * @throws {Error} with the container's log, when the emulator ends each time.
   */
  public static async start(options: ContainerOptions): Promise<LambdaContainer> {
    const shared = options.hostNetwork ?? !(await hasBridge());
    for (let starts = 1; ; starts += 1) {
      const emulator = await freePort(0, "port");
      const ports = shared ? { emulator, runtime: await freePort(0, "port") } : { emulator };
      const container = new LambdaContainer(await docker(containerArguments(options, ports)), emulator);
      if (await container.#listens(ports)) return container;
      const logs = await container.logs();
      await container.kill();
      if (starts === mostStarts) throw new Error(`${options.image}: the emulator ended ${starts} times: ${logs}`);
    }
  }

  /**
   * Invokes the function.
   * @returns its answer, or the error object that the runtime made of what it threw.
   */
  public async invoke(event: unknown): Promise<unknown> {
    const request = { method: "POST", body: JSON.stringify(event) };
    const response = await fetch(`${this.#url}/2015-03-31/functions/function/invocations`, request);
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

  /** Waits until the emulator and its runtime's API listen, some milliseconds after the start; false when it ended instead. */
  async #listens({ emulator, runtime }: ContainerPorts): Promise<boolean> {
    for (let look = 1; look <= mostLooks; look += 1) {
      if ((await answers(emulator)) && (!runtime || (await answers(runtime)))) return true;
      if (look % 200 === 0 && !(await this.#runs())) return false;
      await sleep(5);
    }
    await this.kill();
    throw new Error("the emulator runs, but does not listen");
  }

  async #runs(): Promise<boolean> {
    return (await docker(["inspect", "--format", "{{.State.Running}}", this.id])) === "true";
  }
}

function answers(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`, { method: "HEAD" }).then(
    () => true,
    () => false,
  );
}

async function hasBridge(): Promise<boolean> {
  return (await docker(["network", "ls", "--format", "{{.Name}}"])).split("\n").includes("bridge");
}
