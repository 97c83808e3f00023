/** Under which every function gets its traffic. */
export const liveAlias = "live";
