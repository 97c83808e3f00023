import type { OperationName } from "./routes.ts";

const text = { type: "string" } as const;
const time = { type: "string", format: "date-time" } as const;
const count = { type: "integer", minimum: 0 } as const;
const object = <Properties extends object>(properties: Properties, required: readonly (keyof Properties)[]) =>
  ({ type: "object", properties, required, additionalProperties: false }) as const;
const refer = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown, description: string) => ({ description, content: { "application/json": { schema } } });

const label = object({ label: text, score: { type: "number", minimum: 0, maximum: 1 }, index: count }, [
  "label",
  "score",
  "index",
]);
const model = { modelName: text, modelVersion: text, modelSha256: { type: "string", pattern: "^[0-9a-f]{64}$" } };
const answer = {
  format: text,
  width: count,
  height: count,
  capturedAt: text,
  labels: { type: "array", items: label },
  abstained: { type: "boolean" },
  timings: { type: "object", additionalProperties: { type: "number" } },
  problem: object({ code: text, message: text }, ["code", "message"]),
};

/** Forms of what goes in and out, JSON Schema 2020-12. */
export const schemas = {
  Problem: object({ type: text, title: text, status: count, detail: text }, ["type", "title", "status", "detail"]),
  Result: object(
    {
      ...answer,
      ...model,
      id: text,
      bucket: text,
      key: text,
      versionId: text,
      etag: text,
      sequencer: text,
      bytes: count,
      sha256: text,
      status: { enum: ["pending", "classified", "rejected", "failed"] },
      createdAt: time,
      classifiedAt: time,
      reused: { type: "boolean" },
      review: { const: "open" },
      owner: text,
      fileName: text,
      correction: object({ label: text, by: text, at: time }, ["label", "at"]),
    },
    ["id", "bucket", "key", "status"],
  ),
};

/** Bodies of requests. */
export const bodies: Partial<Record<OperationName, unknown>> = {
  createUpload: {
    required: true,
    ...json(
      object({ contentType: text, fileName: text, webhook: text }, ["contentType"]),
      "The image that will come. `webhook` is told its result, signed as https://www.standardwebhooks.com says",
    ),
  },
  correctLabel: { required: true, ...json(object({ label: text }, ["label"]), "What is on the image") },
  classify: {
    required: true,
    content: {
      "image/*": { schema: { type: "string", format: "binary" } },
      "application/json": { schema: object({ image: { type: "string", contentEncoding: "base64" } }, ["image"]) },
    },
  },
};

const query = (name: string, schema: object, description: string) => ({ name, in: "query", schema, description });
const filters = [
  query("label", text, "best label of the model"),
  query("status", { enum: ["classified", "rejected", "failed"], default: "classified" }, "what became of the image"),
  query("review", { const: "open" }, "only images that a person should look at"),
  query("from", text, "classified at or after this date or time, UTC"),
  query("to", text, "classified at or before this date or time, UTC"),
];

/** Parameters beside those of the path. */
export const parameters: Partial<Record<OperationName, readonly object[]>> = {
  listResults: [
    ...filters,
    query(
      "limit",
      { type: "integer", minimum: 1, maximum: 200, default: 50 },
      "most results of a page; it may hold fewer",
    ),
    query("cursor", text, "`next` of the page before"),
  ],
  exportCsv: filters,
  exportJsonLines: filters,
  getResult: [
    query("wait", { type: "integer", minimum: 0, maximum: 20, default: 0 }, "seconds to wait for the result"),
  ],
  deleteResults: [{ name: "x-confirm", in: "header", required: true, schema: { const: "delete-all-results" } }],
};

const classification = (status: string) =>
  object({ status: { const: status }, ...answer, ...model }, ["status", "modelName", "modelVersion", "modelSha256"]);

/** Answers to requests that are right. */
export const responses: Record<OperationName, Record<string, unknown>> = {
  createUpload: {
    201: json(
      object(
        {
          id: text,
          url: text,
          fields: { type: "object", additionalProperties: text },
          maxBytes: count,
          webhookSecret: text,
        },
        ["id", "url", "fields", "maxBytes"],
      ),
      "Send `fields`, then the image as `file`, as multipart/form-data to `url`",
    ),
  },
  listResults: {
    200: json(object({ items: { type: "array", items: refer("Result") }, next: text }, ["items"]), "A page"),
  },
  getResult: { 200: json(refer("Result"), "The result; a pending one comes with Retry-After") },
  getImage: {
    200: json(
      object({ url: text }, ["url"]),
      "Where the image can be read for five minutes, for `Accept: application/json`",
    ),
    302: { description: "Where the image can be read for five minutes" },
  },
  correctLabel: { 200: json(refer("Result"), "The result with its correction") },
  deleteResult: { 204: { description: "Gone" } },
  deleteResults: {
    200: json(object({ deleted: count, more: { type: "boolean" } }, ["deleted", "more"]), "How many are gone"),
  },
  classify: {
    200: json(classification("classified"), "Its labels"),
    422: json(classification("rejected"), "Why it is no image that can be classified"),
  },
  listLabels: {
    200: json(
      object({ labels: { type: "array", items: object({ label: text, count }, ["label", "count"]) } }, ["labels"]),
      "Most frequent first",
    ),
  },
  getStats: {
    200: json(
      object({ classified: count, rejected: count, failed: count, review: count, corrected: count }, [
        "classified",
        "rejected",
        "failed",
        "review",
        "corrected",
      ]),
      "Counts",
    ),
  },
  exportCsv: { 200: { description: "A file", content: { "text/csv": { schema: text } } } },
  exportJsonLines: { 200: { description: "A file", content: { "application/x-ndjson": { schema: text } } } },
  getHealth: {
    200: json(
      object({ status: { const: "ok" }, ...model }, ["status", "modelName", "modelVersion", "modelSha256"]),
      "It answers",
    ),
  },
  getDocument: { 200: json({ type: "object" }, "This document") },
};
