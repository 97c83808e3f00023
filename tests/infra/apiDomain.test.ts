import * as pulumi from "@pulumi/pulumi";
import { test } from "uvu";
import * as assert from "uvu/assert";
import { apiDomain } from "../../infra/apiDomain.ts";
import { collect, only } from "./collect.ts";
import { program } from "./program.ts";

const certificateArn = "arn:aws:acm:eu-central-1:123456789012:certificate/1-2";

test("a domain of one's own is mapped, with TLS 1.2", async () => {
  const found = await program({ apiDomain: "images.example.com", apiCertificateArn: certificateArn });
  assert.equal(only(found, "aws:apigatewayv2/domainName:DomainName").inputs, {
    domainName: "images.example.com",
    domainNameConfiguration: { certificateArn, endpointType: "REGIONAL", securityPolicy: "TLS_1_2" },
  });
  assert.is(only(found, "aws:apigatewayv2/apiMapping:ApiMapping").inputs["stage"], "snaplabel-test-http-id");
});

test("it tells where the name has to point", async () => {
  let target: string | undefined;
  await collect(() => {
    const parent = new pulumi.ComponentResource("test:Parent", "parent");
    const ids = [pulumi.output("api"), pulumi.output("stage")] as const;
    apiDomain("own", { name: "images.example.com", certificateArn }, ...ids, parent).apply((found) => {
      target = found;
    });
  });
  assert.is(target, "own.gateway.example.com");
});

test.run();
