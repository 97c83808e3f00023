import { Validator } from "@cfworker/json-schema";
import * as assert from "uvu/assert";
import { document } from "../../api/document.ts";
import { routes } from "../../api/routes.ts";

/** An answer of the API that has been checked against the document. */
export interface Checked {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the schema has been checked.
  readonly json: any;
}

interface Described {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

/** Sends a request, and checks status, media type and body of the answer against the API's own document. */
export async function send(endpoint: string, method: string, path: string, init: RequestInit = {}): Promise<Checked> {
  const response = await fetch(`${endpoint}${path}`, { method, redirect: "manual", ...init });
  const text = await response.text();
  const type = response.headers.get("content-type")?.split(";")[0] ?? "";
  const json = /[/+]json$/.test(type) ? JSON.parse(text) : undefined;
  const described = describe(method, path, response.status);
  if (described) {
    const content = described.content?.[type];
    assert.ok(content || !described.content, `${method} ${path}: ${response.status} as ${type} is not in the document`);
    if (content && json !== undefined) check(content.schema, json, `${method} ${path}`);
  }
  return { status: response.status, headers: response.headers, text, json };
}

/** What the document says of an answer; undefined for a path that it does not know. */
function describe(method: string, path: string, status: number): Described | undefined {
  const [plain = ""] = path.split("?");
  const route = routes.find(
    (candidate) =>
      candidate.method === method.toLowerCase() &&
      new RegExp(`^${candidate.path.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(plain),
  );
  if (!route) return undefined;
  const { responses } = document.paths[route.path]![route.method] as { responses: Record<string, Described> };
  return responses[status] ?? responses["default"];
}

function check(schema: object, value: unknown, about: string): void {
  const whole = { ...schema, components: document.components };
  const { valid, errors } = new Validator(whole, "2020-12", false).validate(value);
  assert.ok(valid, `${about}: ${JSON.stringify(errors.slice(-2))}\n${JSON.stringify(value).slice(0, 500)}`);
}

/** Uploads by the form that the API gave. */
export async function uploadByForm(form: { url: string; fields: Record<string, string> }, bytes: Uint8Array) {
  const body = new FormData();
  for (const [name, value] of Object.entries(form.fields)) body.append(name, value);
  body.append("file", new Blob([Uint8Array.from(bytes)]), "file");
  return fetch(form.url, { method: "POST", body });
}
