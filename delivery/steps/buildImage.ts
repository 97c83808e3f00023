import { environment } from "../environment.ts";
import { writeHandover } from "../handover.ts";
import { imageTag } from "../imageTag.ts";
import { run } from "../run.ts";

// Builds the image of a commit. REVISION: the commit. BASE_IMAGE: another base than the Dockerfile's. DOCKER_NETWORK: the
// network of the build.
const revision = environment("REVISION");
const { BASE_IMAGE, DOCKER_NETWORK } = process.env;
const name = `snaplabel:${imageTag()}`;
await run("docker", [
  // An attestation would make an index of it, which Lambda refuses.
  ...["build", "--provenance=false", "--tag", name, "--build-arg", `REVISION=${revision}`],
  ...(BASE_IMAGE ? ["--build-arg", `BASE_IMAGE=${BASE_IMAGE}`] : []),
  ...(DOCKER_NETWORK ? ["--network", DOCKER_NETWORK] : []),
  ".",
]);
writeHandover({ imageId: await run("docker", ["image", "inspect", "--format", "{{.Id}}", name], { capture: true }) });
