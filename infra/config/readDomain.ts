import type { KeyReader } from "./readKeys.ts";

/**
 * Reads a domain of one's own, with its certificate: `<what>Domain` and `<what>CertificateArn`, both or none.
 * @param region - where the certificate has to be.
 */
export function readDomain(keys: KeyReader, what: "api" | "page", region = "[a-z0-9-]+") {
  const [nameKey, arnKey] = [`${what}Domain`, `${what}CertificateArn`];
  const name = keys.text(nameKey, /^([a-z0-9-]+\.)+[a-z]{2,}$/, "a domain name");
  const arn = new RegExp(`^arn:aws[\\w-]*:acm:${region}:\\d{12}:certificate/[\\w-]+$`);
  const place = what === "page" ? "us-east-1, as CloudFront wants it" : "this region";
  const certificateArn = keys.text(arnKey, arn, `the ARN of a certificate of ${place}`);
  if (name && certificateArn) return { name, certificateArn };
  if (name || certificateArn)
    keys.problem(name ? arnKey : nameKey, `${nameKey} and ${arnKey} together`, "only one of them");
  return undefined;
}
