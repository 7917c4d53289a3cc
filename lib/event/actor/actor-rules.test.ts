import { describe, expect, it } from "vitest";
import { addressKindOf } from "#lib/event/actor/address-kind.ts";
import { iamActionsOf } from "#lib/event/actor/iam-action.ts";
import { toolOfAgent } from "#lib/event/actor/tool-of-agent.ts";
import { usedPolicyOf } from "#lib/event/actor/used-policy.ts";

describe("the tool of a user agent", () => {
  it.each([
    ["aws-cli/2.31.9 md/awscrt#0.27.6 ua/2.1 os/linux md/prompt#off", "AWS CLI"],
    ["Boto3/1.40.1 md/Botocore#1.40.1 ua/2.1 os/linux", "boto3"],
    ["Botocore/1.31.0", "botocore"],
    ["APN/1.0 HashiCorp/1.0 Terraform/1.9.5 aws-sdk-go-v2/1.30.4", "Terraform"],
    ["aws-sdk-go-v2/1.30.4 os/linux", "AWS SDK for Go"],
    ["console.amazonaws.com", "AWS Console"],
    ["ecs.amazonaws.com", "AWS service"],
    ["AWS Internal", "AWS service"],
    ["Mozilla/5.0 (X11; Linux x86_64) Firefox/130.0", "Browser"],
    ["something of my own", "Other"],
    ["", "Other"],
  ])("%s is %s", (agent, tool) => expect(toolOfAgent(agent)).toBe(tool));
});

describe("the kind of an address", () => {
  it.each([
    ["10.1.2.3", "private"],
    ["172.31.255.255", "private"],
    ["172.32.0.0", "public"],
    ["100.64.0.1", "private"],
    ["::ffff:192.168.0.1", "private"],
    ["169.254.169.254", "private"],
    ["127.0.0.1", "private"],
    ["8.8.8.8", "public"],
    ["2a00:1450:4001::1", "public"],
    ["203.0.113.198", "documentation"],
    ["198.51.100.7", "documentation"],
    ["192.0.2.255", "documentation"],
    ["192.0.3.0", "public"],
    ["2001:db8::1", "documentation"],
    ["2001:0DB8:1::1", "documentation"],
    ["2001:db80::1", "public"],
    ["3fff::1", "documentation"],
    ["3fff:fff::1", "documentation"],
    ["3fff:1000::1", "public"],
    ["fd00::1", "private"],
    ["fe80::1", "private"],
    ["::1", "private"],
    ["ec2.amazonaws.com", "service"],
    ["AWS Internal", "service"],
    ["999.1.1.1", "other"],
    [`${":".repeat(100_000)}x`, "other"],
    [`${"x".repeat(60)}.execute-api.eu-west-1.amazonaws.com`, "service"],
    ["<script>", "other"],
  ])("%s is %s", (address, kind) => expect(addressKindOf(address)).toBe(kind));
});

describe("the IAM actions of a call", () => {
  it.each([
    ["ec2.amazonaws.com", "StopInstances", ["ec2:StopInstances"]],
    ["s3.amazonaws.com", "ListObjects", ["s3:ListBucket"]],
    ["s3.amazonaws.com", "ListBuckets", ["s3:ListAllMyBuckets"]],
    ["s3.amazonaws.com", "CopyObject", ["s3:GetObject", "s3:PutObject"]],
    ["s3.amazonaws.com", "GetBucketLocation", ["s3:GetBucketLocation"]],
    ["lambda.amazonaws.com", "GetFunction20150331v2", ["lambda:GetFunction"]],
    ["lambda.amazonaws.com", "Invoke", ["lambda:InvokeFunction"]],
    ["cloudfront.amazonaws.com", "GetDistribution2020_05_31", ["cloudfront:GetDistribution"]],
    ["monitoring.amazonaws.com", "PutMetricData", ["cloudwatch:PutMetricData"]],
    ["apigateway.amazonaws.com", "UpdateStage", ["apigateway:PATCH"]],
    ["sts.amazonaws.com", "AssumeRole", ["sts:AssumeRole"]],
    ["sts.amazonaws.com", "GetCallerIdentity", []],
    ["signin.amazonaws.com", "ConsoleLogin", []],
    ["evil.amazonaws.com", 'x","Resource":"*', []],
    ["constructor", "toString", ["constructor:toString"]],
    ["s3.amazonaws.com", "toString", ["s3:toString"]],
  ])("%s %s needs %j", (source, name, actions) => expect(iamActionsOf(source, name)).toEqual(actions));
});

describe("the policy of what was used", () => {
  const call = (service: string, event: string, count: number, denied = 0) => ({
    service: `${service}.amazonaws.com`,
    event,
    count,
    denied,
    failed: 0,
  });

  it("has what was allowed once, by service; what was always denied is named beside it", () => {
    const policy = usedPolicyOf(
      [
        call("s3", "ListObjectsV2", 3),
        call("s3", "HeadBucket", 1),
        call("ec2", "RunInstances", 2, 1),
        call("iam", "CreateUser", 4, 4),
      ],
      true,
    );
    expect(policy.document.Statement).toEqual([
      { Sid: "Ec2", Effect: "Allow", Action: ["ec2:RunInstances"], Resource: "*" },
      { Sid: "S3", Effect: "Allow", Action: ["s3:ListBucket"], Resource: "*" },
    ]);
    expect(policy.actions).toBe(2);
    expect(policy.onlyDenied).toEqual(["iam:CreateUser"]);
    expect(policy.unknowns.join(" ")).toContain("No data events of S3 objects are loaded");
  });

  it("says that actions may be missing where not all calls were counted", () => {
    expect(usedPolicyOf([], false).unknowns[0]).toContain("may be missing");
    expect(usedPolicyOf([], true).unknowns[0]).not.toContain("may be missing");
  });
});
