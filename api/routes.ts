/** One operation of the API. The cloud's program makes a gateway route of each, the router an entry, the document a path. */
export interface Route {
  readonly operation: OperationName;
  readonly method: "get" | "post" | "put" | "delete";
  /** With parameters in braces, as OpenAPI and API Gateway write them. */
  readonly path: string;
  readonly summary: string;
}

export type OperationName =
  | "createUpload"
  | "listResults"
  | "getResult"
  | "getImage"
  | "correctLabel"
  | "deleteResult"
  | "deleteResults"
  | "classify"
  | "listLabels"
  | "getStats"
  | "exportCsv"
  | "exportJsonLines"
  | "getHealth"
  | "getDocument";

/** All routes, once for the cloud, the laptop and the document. */
export const routes: readonly Route[] = [
  { operation: "createUpload", method: "post", path: "/uploads", summary: "Get a form that uploads one image" },
  { operation: "listResults", method: "get", path: "/results", summary: "List results, newest first" },
  { operation: "deleteResults", method: "delete", path: "/results", summary: "Delete all results and their images" },
  { operation: "getResult", method: "get", path: "/results/{id}", summary: "Get the result of one image" },
  { operation: "deleteResult", method: "delete", path: "/results/{id}", summary: "Delete a result and its image" },
  {
    operation: "getImage",
    method: "get",
    path: "/results/{id}/image",
    summary: "Get a short-lived address of the image",
  },
  { operation: "correctLabel", method: "put", path: "/results/{id}/label", summary: "Say what is on the image" },
  { operation: "classify", method: "post", path: "/classify", summary: "Classify an image at once, storing nothing" },
  { operation: "listLabels", method: "get", path: "/labels", summary: "List labels and how many images have them" },
  { operation: "getStats", method: "get", path: "/stats", summary: "Count results by status" },
  { operation: "exportCsv", method: "get", path: "/export.csv", summary: "Export classified results as CSV" },
  {
    operation: "exportJsonLines",
    method: "get",
    path: "/export.jsonl",
    summary: "Export classified results as JSON Lines",
  },
  { operation: "getHealth", method: "get", path: "/healthz", summary: "Tell which model answers" },
  { operation: "getDocument", method: "get", path: "/openapi.json", summary: "Get this document" },
];
