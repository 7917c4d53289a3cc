import { describe, expect, test } from "vitest";
import { iamPolicy, partitionOf, trustPolicy } from "#lib/aws/iam-policy.ts";

describe("the smallest policy", () => {
  test("names exactly the bucket and the prefix", () => {
    expect(JSON.parse(iamPolicy({ bucket: "logs", prefix: "trail/AWSLogs/" }))).toEqual({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "ListLogs",
          Effect: "Allow",
          Action: "s3:ListBucket",
          Resource: "arn:aws:s3:::logs",
          Condition: { StringLike: { "s3:prefix": "trail/AWSLogs/*" } },
        },
        { Sid: "FindRegion", Effect: "Allow", Action: "s3:GetBucketLocation", Resource: "arn:aws:s3:::logs" },
        {
          Sid: "ReadLogs",
          Effect: "Allow",
          Action: "s3:GetObject",
          Resource: "arn:aws:s3:::logs/trail/AWSLogs/*",
        },
      ],
    });
  });

  test("has no condition for a whole bucket", () => {
    expect(iamPolicy({ bucket: "logs", prefix: "" })).not.toContain("Condition");
  });

  test("takes signs of the prefix literally", () => {
    expect(iamPolicy({ bucket: "logs", prefix: "a*b?c$/" })).toMatch(
      /logs\/a\$\{\*\}b\$\{\?\}c\$\{\$\}\/\*"/,
    );
  });

  test("lets the key be used where it is known, in the region's partition", () => {
    const kmsKeyArn = "arn:aws-cn:kms:cn-north-1:1:key/k";
    const policy = JSON.parse(
      iamPolicy({ bucket: "b", prefix: "", kmsKeyArn, partition: partitionOf("cn-north-1") }),
    );
    expect(policy.Statement[2].Resource).toBe("arn:aws-cn:s3:::b/*");
    expect(policy.Statement[3]).toEqual({
      Sid: "DecryptLogs",
      Effect: "Allow",
      Action: "kms:Decrypt",
      Resource: kmsKeyArn,
    });
  });
});

test("a trust policy asks for the external id only where there is one", () => {
  expect(trustPolicy("arn:aws:iam::1:role/r", null)).not.toContain("Condition");
  expect(JSON.parse(trustPolicy("arn:aws:iam::1:role/r", "e")).Statement[0].Condition).toEqual({
    StringEquals: { "sts:ExternalId": "e" },
  });
});
