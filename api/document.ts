import { routes } from "./routes.ts";
import { bodies, parameters, responses, schemas } from "./schemas.ts";

const problem = {
  description: "What is wrong with the request (RFC 9457); `title` is a stable code.",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

/** The API's description, OpenAPI 3.1. tests/api/document.test.ts checks real answers against it. */
export const document = {
  openapi: "3.1.0",
  info: {
    title: "snaplabel",
    version: "1.0.0",
    description: "Upload images, get their labels, search and correct them.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  paths: makePaths(),
  components: { schemas },
};

function makePaths(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { path, method, operation, summary } of routes) {
    const requestBody = bodies[operation];
    paths[path] = {
      ...paths[path],
      [method]: {
        operationId: operation,
        summary,
        parameters: [...inPath(path), ...(parameters[operation] ?? [])],
        ...(requestBody ? { requestBody } : {}),
        responses: { ...responses[operation], default: problem },
      },
    };
  }
  return paths;
}

function inPath(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string", pattern: "^[A-Za-z0-9_-]{22}$" },
  }));
}
