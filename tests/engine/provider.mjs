// A provider for tests: it checks inputs against the SDK's own declarations, keeps nothing, and answers as AWS would.
// Started by the engine as a plugin: node provider.mjs SDK_FOLDER VERSION ENGINE_ADDRESS
import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { main } from "@pulumi/pulumi/provider/index.js";
import { checkInputs } from "./checkInputs.mjs";

const [sdk, version] = process.argv.slice(2, 4);
const account = "123456789012";
const region = "eu-central-1";

/** A change of these makes another resource of it, as in AWS. */
const replacing = {
  "aws:dynamodb/table:Table": ["hashKey", "rangeKey", "name"],
  "aws:s3/bucket:Bucket": ["bucket"],
  "aws:sqs/queue:Queue": ["name"],
  "aws:ecr/repository:Repository": ["name", "encryptionConfigurations"],
  "aws:lambda/function:Function": ["name", "packageType"],
  "aws:iam/role:Role": ["name"],
};

class TestProvider {
  version = version;

  async check(urn, _olds, news) {
    const type = typeOf(urn);
    if (type.startsWith("pulumi:")) return { inputs: news };
    const failures = checkInputs(sdk, type, news) ?? [{ property: "", reason: `there is no resource ${type}` }];
    return { inputs: news, failures };
  }

  async diff(_id, urn, olds, news) {
    const changed = [...new Set([...Object.keys(news), ...Object.keys(olds.__inputs ?? {})])].filter(
      (name) => JSON.stringify(news[name]) !== JSON.stringify(olds.__inputs?.[name]),
    );
    const replaces = changed.filter((name) => replacing[typeOf(urn)]?.includes(name));
    return { changes: changed.length > 0, replaces };
  }

  async create(urn, inputs) {
    if (process.env.FAIL_ON && urn.endsWith(process.env.FAIL_ON)) throw new Error("AWS refused, as the test wanted");
    const name = nameOf(urn);
    const suffix = createHash("sha256").update(urn).digest("hex").slice(0, 7);
    const id = `${name}-${suffix}`;
    return { id, outs: outputs(typeOf(urn), id, inputs) };
  }

  async update(id, urn, olds, news) {
    return { outs: { ...outputs(typeOf(urn), id, news), version: String(Number(olds.version ?? 1) + 1) } };
  }

  async read(id, _urn, props) {
    return { id, props };
  }

  async delete() {}

  async invoke(token) {
    if (token === "aws:index/getCallerIdentity:getCallerIdentity")
      return { outputs: { accountId: account, arn: `arn:aws:iam::${account}:user/test`, id: account, userId: "test" } };
    return { failures: [{ property: "", reason: `no answer for ${token}; add it to tests/engine/provider.mjs` }] };
  }

  async construct(name, type, inputs, options) {
    if (type !== "awsx:ecr:Image") throw new Error(`no construction of ${type}; add it to tests/engine/provider.mjs`);
    const image = new pulumi.ComponentResource(type, name, {}, options);
    const imageUri = pulumi.all([inputs.repositoryUrl, inputs.imageTag]).apply(([url, tag]) => {
      const digest = createHash("sha256").update(String(tag)).digest("hex");
      return `${url}@sha256:${digest}`;
    });
    return { urn: image.urn, state: { imageUri } };
  }
}

function outputs(type, id, inputs) {
  const service = type.split(":")[1].split("/")[0];
  const arns = {
    "aws:s3/bucket:Bucket": `arn:aws:s3:::${id}`,
    "aws:iam/role:Role": `arn:aws:iam::${account}:role/${id}`,
    "aws:iam/policy:Policy": `arn:aws:iam::${account}:policy/${id}`,
    "aws:lambda/function:Function": `arn:aws:lambda:${region}:${account}:function:${id}`,
    "aws:lambda/alias:Alias": `arn:aws:lambda:${region}:${account}:function:${inputs.functionName}:${inputs.name}`,
    "aws:dynamodb/table:Table": `arn:aws:dynamodb:${region}:${account}:table/${id}`,
    "aws:cloudwatch/logGroup:LogGroup": `arn:aws:logs:${region}:${account}:log-group:${id}`,
  };
  return {
    name: id,
    arn: arns[type] ?? `arn:aws:${service}:${region}:${account}:${id}`,
    ...(type === "aws:s3/bucket:Bucket"
      ? { bucket: id, bucketRegionalDomainName: `${id}.s3.${region}.amazonaws.com` }
      : {}),
    ...(type === "aws:dynamodb/table:Table" ? { streamArn: `${arns[type]}/stream/2026` } : {}),
    ...(type === "aws:codedeploy/deploymentConfig:DeploymentConfig" ? { deploymentConfigName: id } : {}),
    ...(type === "aws:codecommit/repository:Repository"
      ? { cloneUrlHttp: `https://git-codecommit.${region}.amazonaws.com/v1/repos/${inputs.repositoryName}` }
      : {}),
    ...(type === "aws:cloudfront/distribution:Distribution" ? { domainName: `${id}.cloudfront.net` } : {}),
    ...(type === "aws:sqs/queue:Queue" ? { url: `https://sqs.${region}.amazonaws.com/${account}/${id}` } : {}),
    ...(type === "aws:ecr/repository:Repository"
      ? { repositoryUrl: `${account}.dkr.ecr.${region}.amazonaws.com/${id}`, registryId: account }
      : {}),
    ...(type === "aws:lambda/function:Function" ? { version: "1" } : {}),
    ...(type === "aws:lambda/alias:Alias" ? { invokeArn: `arn:aws:apigateway:${region}:lambda:path/${id}` } : {}),
    ...(type === "aws:apigatewayv2/api:Api"
      ? {
          executionArn: `arn:aws:execute-api:${region}:${account}:${id}`,
          apiEndpoint: `https://${id}.execute-api.${region}.amazonaws.com`,
        }
      : {}),
    ...inputs,
    // What the program asked for, to tell later changes by.
    __inputs: inputs,
  };
}

function typeOf(urn) {
  return urn.split("::")[2].split("$").at(-1);
}

function nameOf(urn) {
  return urn.split("::").at(-1);
}

await main(new TestProvider(), process.argv.slice(4));
