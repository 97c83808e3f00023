import * as pulumi from "@pulumi/pulumi";

export type Registered = pulumi.runtime.MockResourceArgs;

/** Runs a program under Pulumi's mocks and gathers what it registered; outputs are like AWS's. */
export async function collect(build: () => unknown): Promise<Registered[]> {
  const found: Registered[] = [];
  // As whoever builds an image has to.
  process.env["BUILDX_NO_DEFAULT_ATTESTATIONS"] = "1";
  await pulumi.runtime.setMocks(
    {
      call: ({ token }) => {
        if (token === "aws:index/getCallerIdentity:getCallerIdentity") return { accountId: "123456789012" };
        throw new Error(`call: no mock for "${token}"; add it to tests/infra/collect.ts`);
      },
      newResource: (args) => {
        found.push(args);
        return { id: `${args.name}-id`, state: { ...outputs(args), ...args.inputs, ...nestedOutputs(args) } };
      },
    },
    "snaplabel",
    "test",
  );
  await build();
  await pulumi.runtime.disconnect(); // waits until every registration has arrived
  return found;
}

function outputs({ type, name }: Registered): Record<string, unknown> {
  return {
    arn: `arn:${name}:${type.split(":").at(-1)}`,
    name,
    bucket: name,
    url: `https://${name}`,
    repositoryUrl: `registry/${name}`,
    version: "7",
    streamArn: `stream:${name}`,
    domainName: `${name}.cloudfront.example.com`,
    bucketRegionalDomainName: `${name}.s3.example.com`,
    invokeArn: `invoke:${name}`,
    executionArn: `execute:${name}`,
    apiEndpoint: `https://${name}.example.com`,
    imageUri: `registry/${name}@sha256:${"a".repeat(64)}`,
    outputs: { imageUri: `registry/other@sha256:${"b".repeat(64)}` },
  };
}

/** Outputs that AWS adds to an object of the inputs. */
function nestedOutputs({ type, name, inputs }: Registered): Record<string, unknown> {
  if (type !== "aws:apigatewayv2/domainName:DomainName") return {};
  const targetDomainName = `${name}.gateway.example.com`;
  return { domainNameConfiguration: { ...inputs.domainNameConfiguration, targetDomainName } };
}

/** The single resource of a type. */
export function only(found: readonly Registered[], type: string, name?: string): Registered {
  const matching = found.filter((resource) => resource.type === type && (!name || resource.name === name));
  if (matching.length !== 1) throw new Error(`expected one ${type} ${name ?? ""}, got ${matching.length}`);
  return matching[0]!;
}

/** Reads a policy document out of an input. */
export function statements(
  policy: unknown,
): { Sid: string; Effect: string; Action: string | string[]; Resource?: string | string[] }[] {
  return JSON.parse(String(policy)).Statement;
}
