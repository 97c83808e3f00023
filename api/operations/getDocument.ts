import type { Operation } from "../dependencies.ts";
import { document } from "../document.ts";

/** The API's description in the form of OpenAPI 3.1. */
export const getDocument: Operation = async () => Response.json(document);
