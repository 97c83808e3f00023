/** What the exit codes of all commands mean. */
export const exitCodes = {
  /** All that was asked for was done. */
  done: 0,
  /** It ran, and some of it was refused: an image that is none, a check that failed. */
  refused: 1,
  /** It could not begin: wrong options, no such file, a model that does not load. */
  unusable: 2,
  /** Ended by Ctrl-C: 128 + SIGINT, as shells expect. */
  interrupted: 130,
} as const;
