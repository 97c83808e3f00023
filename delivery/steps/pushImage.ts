import { environment } from "../environment.ts";
import { readHandover, writeHandover } from "../handover.ts";
import { imageTag } from "../imageTag.ts";
import { run } from "../run.ts";

// Pushes what the gate has passed. REPOSITORY_URL: where to. DEPLOYED_AS: the repository's name for who pulls, where it is
// another one.
const [repository, name] = [environment("REPOSITORY_URL"), imageTag()];
const { gatedImageId } = readHandover("gatedImageId");
const docker = (...args: readonly string[]) => run("docker", args, { capture: true });

const now = await docker("image", "inspect", "--format", "{{.Id}}", `snaplabel:${name}`);
if (now !== gatedImageId)
  throw new Error(`snaplabel:${name}: the gate passed ${gatedImageId}, but this is ${now}; it is not pushed`);
if (repository.includes(".dkr.ecr.")) await logIn(repository);
// Tags cannot be moved: a second run for the same commit needs another one.
const tag = `${repository}:${name}-${process.env["CODEBUILD_BUILD_NUMBER"] ?? Date.now()}`;
await docker("tag", gatedImageId, tag);
await run("docker", ["push", tag]);
const digests = JSON.parse(await docker("image", "inspect", "--format", "{{json .RepoDigests}}", tag)) as string[];
const pushed = digests.find((digest) => digest.startsWith(`${repository}@`));
if (!pushed) throw new Error(`${tag}: expected a digest of ${repository}, got ${digests.join(", ") || "none"}`);
const imageUri = `${process.env["DEPLOYED_AS"] ?? repository}@${pushed.split("@")[1]}`;
writeHandover({ imageUri });
console.log(imageUri);

async function logIn(url: string): Promise<void> {
  const password = await run("aws", ["ecr", "get-login-password"], { capture: true });
  await run("docker", ["login", "--username", "AWS", "--password-stdin", url.split("/")[0]!], { input: password });
}
