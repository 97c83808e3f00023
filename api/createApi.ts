import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { Dependencies } from "./dependencies.ts";
import { operations } from "./operations.ts";
import { Problem } from "./problem.ts";
import { routes } from "./routes.ts";

/** The edges of the API that differ between the cloud and a laptop. */
export interface ApiOptions {
  readonly dependencies: Dependencies;
  /** Runs before each operation, where no gateway has checked who calls. */
  readonly guard?: MiddlewareHandler;
  /** Who calls; a gateway or the guard has checked that. Undefined where nobody logs in. */
  readonly caller: (context: Context) => string | undefined;
  /** Told of what nobody foresaw; the caller sees only that it happened. */
  readonly onError: (error: Error) => void;
}

/** Base64 and JSON around an image of the largest size. */
const bodyOverhead = 1.5;

/** The API as a router that runs wherever requests and responses do. */
export function createApi({ dependencies, guard, caller, onError }: ApiOptions): Hono {
  const app = new Hono();
  app.use(secureHeaders());
  if (guard) app.use(guard);
  app.use(
    bodyLimit({
      maxSize: dependencies.maxClassifyBytes * bodyOverhead,
      onError: () =>
        new Problem("too-large", "body: too large for a request; larger images: POST /uploads").toResponse(),
    }),
  );
  for (const { method, path, operation } of routes)
    app.on(method.toUpperCase(), path.replaceAll(/\{(\w+)\}/g, ":$1"), (context) => {
      const name = caller(context);
      if (dependencies.isolateOwners && name === undefined)
        throw new Problem("unauthenticated", "authorization: expected the token of a person who logged in");
      const call = {
        parameters: { ...context.req.query(), ...context.req.param() },
        headers: context.req.raw.headers,
        body: async () => new Uint8Array(await context.req.arrayBuffer()),
        caller: name,
      };
      return operations[operation](call, dependencies);
    });
  app.notFound(({ req }) =>
    new Problem("not-found", `path: no ${req.method} ${req.path.slice(0, 100)}; see GET /openapi.json`).toResponse(),
  );
  app.onError((error) => {
    if (error instanceof Problem) return error.toResponse();
    onError(error);
    return new Problem("internal", "the request could not be answered; try again").toResponse();
  });
  return app;
}
