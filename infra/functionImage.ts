import { Image } from "@pulumi/awsx/ecr/image.js";
import * as pulumi from "@pulumi/pulumi";
import type { Architecture, ImageConfig } from "./config/stackConfig.ts";
import { ImageRegistry, type ImageRegistryArgs } from "./imageRegistry.ts";
import { requireDigest } from "./requireDigest.ts";
import { requireNoAttestations } from "./requireNoAttestations.ts";
import { sourceTag } from "./sourceTag.ts";

/** Docker's names of the architectures. */
const platforms: Record<Architecture, string> = { arm64: "linux/arm64", x86_64: "linux/amd64" };

/** Where the image comes from, and where one that is built here goes. */
export interface FunctionImageArgs extends ImageRegistryArgs {
  readonly image: ImageConfig;
  /** Folder of the Dockerfile. */
  readonly context: string;
}

/**
 * The function's image, by its digest: built here into a registry of the stack's own, or, as prod does it, the very
 * image of another stack or of the configuration.
 */
export class FunctionImage extends pulumi.ComponentResource {
  /** "<repository>@sha256:<digest>" */
  public readonly imageUri: pulumi.Output<string>;

  public constructor(name: string, args: FunctionImageArgs, opts?: pulumi.ComponentResourceOptions) {
    super("snaplabel:infra:FunctionImage", name, {}, opts);
    const { uri, fromStack } = args.image;
    const imageUri = uri ?? (fromStack ? imageOf(fromStack, this) : build(name, args, this));
    this.imageUri = pulumi.output(imageUri).apply((found) => requireDigest(found, this));
    this.registerOutputs({ imageUri: this.imageUri });
  }
}

function imageOf(stack: string, parent: pulumi.Resource): pulumi.Output<string> {
  return new pulumi.StackReference(stack, {}, { parent }).requireOutput("imageUri").apply(String);
}

function build(name: string, args: FunctionImageArgs, parent: pulumi.Resource): pulumi.Output<string> {
  requireNoAttestations(parent);
  const registry = new ImageRegistry(name, args, { parent });
  const image = new Image(
    name,
    {
      repositoryUrl: registry.repositoryUrl,
      context: args.context,
      platform: platforms[args.image.architecture],
      imageTag: sourceTag(args.context, args.image.buildArgs),
      args: args.image.buildArgs,
    },
    { parent },
  );
  return image.imageUri;
}
