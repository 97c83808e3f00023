import { createHmac } from "node:crypto";
import { localCredentials } from "../../local/stack/localCredentials.ts";

/** What somebody sends to the bucket by a form. */
export interface PostAttempt {
  readonly fields: Readonly<Record<string, string>>;
  readonly bytes: number;
  readonly at: Date;
}

type Condition = Record<string, string> | readonly [string, string | number, string | number];

/** Fields that S3 itself needs, and that no condition has to name. */
const free = /^(x-amz-signature|policy|file|x-ignore-.*)$/i;

/**
 * Decides as S3 does whether a form is taken: its signature, its expiry, every condition, and no field without one.
 * Rules: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
export function acceptsPost({ fields, bytes, at }: PostAttempt, bucket: string): boolean {
  const policy = fields["Policy"] ?? "";
  if (sign(policy, fields["X-Amz-Credential"] ?? "") !== fields["X-Amz-Signature"]) return false;
  const { expiration, conditions } = JSON.parse(Buffer.from(policy, "base64").toString()) as {
    expiration: string;
    conditions: Condition[];
  };
  if (at > new Date(expiration)) return false;
  const given = new Map(Object.entries({ ...fields, bucket }).map(([name, value]) => [name.toLowerCase(), value]));
  const named = new Set<string>();
  const holds = conditions.every((condition) => {
    if (!Array.isArray(condition)) {
      const [[name, value]] = Object.entries(condition) as [[string, string]];
      named.add(name.toLowerCase());
      return given.get(name.toLowerCase()) === value;
    }
    const [operator, subject, value] = condition;
    if (operator === "content-length-range") return bytes >= Number(subject) && bytes <= Number(value);
    const name = String(subject).slice(1).toLowerCase();
    named.add(name);
    const got = given.get(name) ?? "";
    return operator === "eq" ? got === value : operator === "starts-with" && got.startsWith(String(value));
  });
  return holds && [...given.keys()].every((name) => named.has(name) || free.test(name));
}

/** Signature version 4 of a policy: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-authentication-HTTPPOST.html */
function sign(policy: string, credential: string): string {
  const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
  const [, ...scope] = credential.split("/");
  const key = scope.reduce<string | Buffer>(
    (secret, part) => hmac(secret, part),
    `AWS4${localCredentials.secretAccessKey}`,
  );
  return hmac(key, policy).toString("hex");
}
