const types: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  mjs: "text/javascript; charset=utf-8",
  onnx: "application/octet-stream",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
};

/**
 * Media type of a file of the page, by its ending; browsers take scripts and WebAssembly by it.
 * @throws {Error} for an ending that no file of the page has had yet.
 */
export function contentType(file: string): string {
  const type = types[file.split(".").at(-1) ?? ""];
  if (!type) throw new Error(`${file}: expected one of ${Object.keys(types).join(", ")}; add its type here`);
  return type;
}
