// Pulumi takes a stack trace for each promise and resource, and source-map-support looks source maps up for every line
// of it: a fifth of a preview. Node leaves types out without moving a line, so its own traces are right as they are.
Reflect.deleteProperty(Error, "prepareStackTrace");
