/** Under which every function gets its traffic, see infra/imageFunction.ts. */
export const alias = "live";
