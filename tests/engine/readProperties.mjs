/**
 * Reads the properties of one interface of a declaration file.
 * @param {string} body - between its braces.
 * @param {number} indent - spaces before each property.
 * @returns {Map<string, { required: boolean, type: string }>}
 */
export function readProperties(body, indent) {
  const line = new RegExp(`^ {${indent}}(\\w+)(\\??): (.*?);?$`, "gm");
  return new Map([...body.matchAll(line)].map(([, name, optional, type]) => [name, { required: !optional, type }]));
}
