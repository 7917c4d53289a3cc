export type IamPolicyRequest = {
  readonly bucket: string;
  /** Key prefix of the logs; "" for the whole bucket. */
  readonly prefix: string;
  /** ARN of the key that encrypts the log objects (SSE-KMS), where it is known. */
  readonly kmsKeyArn?: string | null;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition?: string;
};

/**
 * The smallest IAM policy with which this bucket and prefix can be read, as JSON text of two-space indent.
 * Actions and condition key: "Actions, resources, and condition keys for Amazon S3" in the AWS service
 * authorization reference. `s3:prefix` is compared with the prefix of each list request; discovery lists the
 * prefix itself and folders below it, which `prefix*` covers.
 */
export function iamPolicy(request: IamPolicyRequest): string {
  const { bucket, prefix, kmsKeyArn = null, partition = "aws" } = request;
  const bucketArn = `arn:${partition}:s3:::${bucket}`;
  const below = `${escapeWildcards(prefix)}*`;
  const statements: readonly object[] = [
    {
      Sid: "ListLogs",
      Effect: "Allow",
      Action: "s3:ListBucket",
      Resource: bucketArn,
      ...(prefix === "" ? {} : { Condition: { StringLike: { "s3:prefix": below } } }),
    },
    { Sid: "FindRegion", Effect: "Allow", Action: "s3:GetBucketLocation", Resource: bucketArn },
    { Sid: "ReadLogs", Effect: "Allow", Action: "s3:GetObject", Resource: `${bucketArn}/${below}` },
    ...(kmsKeyArn === null ? [] : [kmsStatement(kmsKeyArn)]),
  ];
  return JSON.stringify({ Version: "2012-10-17", Statement: statements }, null, 2);
}

/** The smallest IAM policy with which events can be looked up, as JSON text. The action knows no resources. */
export function lookupPolicy(): string {
  const statement = {
    Sid: "LookUpEvents",
    Effect: "Allow",
    Action: "cloudtrail:LookupEvents",
    Resource: "*",
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}

/** The smallest IAM policy with which the accounts of an organization can be listed. The action knows no resources. */
export function accountsPolicy(): string {
  const statement = {
    Sid: "ListAccounts",
    Effect: "Allow",
    Action: "organizations:ListAccounts",
    Resource: "*",
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}

/** The one statement that lets a reader decrypt objects under this key. */
export function kmsStatement(kmsKeyArn: string): object {
  return { Sid: "DecryptLogs", Effect: "Allow", Action: "kms:Decrypt", Resource: kmsKeyArn };
}

/**
 * A role's trust policy for this caller, as JSON text. `callerArn` null leaves a place to fill in, since nothing
 * is known of the caller when even its identity could not be read.
 */
export function trustPolicy(callerArn: string | null, externalId: string | null): string {
  const statement = {
    Effect: "Allow",
    Principal: { AWS: callerArn ?? "ARN of the user or role that Waymark runs as" },
    Action: "sts:AssumeRole",
    ...(externalId === null ? {} : { Condition: { StringEquals: { "sts:ExternalId": externalId } } }),
  };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] }, null, 2);
}

/** The partition a region lies in. */
export function partitionOf(region: string | null): string {
  if (region?.startsWith("cn-")) return "aws-cn";
  if (region?.startsWith("us-gov-")) return "aws-us-gov";
  return "aws";
}

/**
 * A literal `*`, `?` or `$` in a key is written `${*}`, `${?}`, `${$}` in a policy (IAM user guide, policy
 * variables).
 */
function escapeWildcards(text: string): string {
  return text.replace(/[*?$]/g, (sign) => `\${${sign}}`);
}
