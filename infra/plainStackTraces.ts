// Pulumi takes a stack trace for each promise and resource, and source-map-support looks source maps up for every line
// of it: a fifth of a preview. Node leaves types out without moving a line, so traces are right as they are. Those of the
// promises are read by nobody but PULUMI_DEBUG_PROMISE_LEAKS.
const unread = process.env["PULUMI_DEBUG_PROMISE_LEAKS"] ? "" : "debuggablePromise";

/** As Node writes it: https://nodejs.org/api/errors.html#errorstack */
Error.prepareStackTrace = (error, sites) =>
  sites[0]?.getFunctionName() === unread ? "" : [error, ...sites.map((site) => `    at ${site}`)].join("\n");

export {};
