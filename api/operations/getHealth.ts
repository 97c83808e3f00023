import type { Operation } from "../dependencies.ts";

/** Which model answers. */
export const getHealth: Operation = async (_, dependencies) => {
  const { name, version, sha256 } = (await dependencies.classifier()).model.manifest;
  return Response.json({ status: "ok", modelName: name, modelVersion: version, modelSha256: sha256 });
};
