import { Command } from "commander";

interface Options {
  readonly region: string;
  readonly name: string;
  readonly json?: true;
}

const examples = `
Examples:
  snaplabel bootstrap --region eu-central-1
  snaplabel bootstrap --region eu-central-1 --name my-state --json

A second run makes nothing new. It needs the rights to make a bucket and a key; deleting them again is up to you.`;

/** `snaplabel bootstrap` */
export function bootstrapCommand(): Command {
  return new Command("bootstrap")
    .description("Make what must be there before the first pulumi up: a bucket and a key for the stacks' state")
    .requiredOption("--region <region>", "where they are made")
    .option("--name <name>", "what they are called; the bucket's name ends in the account's number", "snaplabel-state")
    .option("--json", "one JSON object instead of text")
    .addHelpText("after", examples)
    .action(bootstrap);
}

async function bootstrap({ region, name, json }: Options): Promise<void> {
  const [{ KMSClient }, { S3Client }, { ensureKey }, { ensureBucket }] = await Promise.all([
    import("@aws-sdk/client-kms"),
    import("@aws-sdk/client-s3"),
    import("../bootstrap/ensureKey.ts"),
    import("../bootstrap/ensureBucket.ts"),
  ]);
  const key = await ensureKey(new KMSClient({ region }), name);
  const accountId = key.arn.split(":")[4]!;
  const bucket = `${name}-${accountId}`;
  const s3 = new S3Client({ region, forcePathStyle: Boolean(process.env["AWS_ENDPOINT_URL_S3"]) });
  const made = await ensureBucket(s3, { name: bucket, region, accountId, keyArn: key.arn });
  const facts = { bucket, keyArn: key.arn, made: { bucket: made, key: key.made } };
  console.log(json ? JSON.stringify(facts) : explain(facts, region));
}

function explain(
  { bucket, keyArn, made }: { bucket: string; keyArn: string; made: Record<string, boolean> },
  region: string,
) {
  const was = (what: string) => (made[what] ? "made" : "was there");
  return `State bucket  ${bucket} (${was("bucket")})
State key     ${keyArn} (${was("key")})

The delivery, once, by an administrator:
  export PULUMI_BACKEND_URL='s3://${bucket}?region=${region}'
  cd delivery && pulumi stack init main --secrets-provider='awskms:///${keyArn}'
  pulumi config set aws:region ${region}
  pulumi config set stateBucket ${bucket}
  pulumi config set stateKeyArn ${keyArn}
  pulumi config set --path 'developerUsers[0]' <name of an IAM user>
  pulumi up

The first push, by that user (pip install git-remote-codecommit):
  git remote add aws codecommit::${region}://snaplabel-delivery
  git push aws main

The pipeline does the rest, up to the approval of prod: docs/delivery.md.`;
}
