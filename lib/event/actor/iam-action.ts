/**
 * Which IAM actions a call needs. CloudTrail's names are mostly those of IAM; where they are not, the service
 * authorization reference says what they are ("Actions, resources, and condition keys for AWS services").
 */

/** Services whose name in `eventSource` is not their prefix in a policy. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ["monitoring", "cloudwatch"],
  ["email", "ses"],
  ["tagging", "tag"],
  ["cloudcontrolapi", "cloudformation"],
  ["streams.dynamodb", "dynamodb"],
  ["runtime.sagemaker", "sagemaker"],
  ["runtime.lex", "lex"],
  ["models.lex", "lex"],
  ["models-v2-lex", "lex"],
  ["entitlement.marketplace", "aws-marketplace"],
  ["metering-marketplace", "aws-marketplace"],
  ["servicecatalog-appregistry", "servicecatalog"],
]);

/** What is not asked of the caller's own policy: sign-ins, and calls that AWS allows everyone. */
const NO_ACTION: ReadonlySet<string> = new Set([
  "sts:GetCallerIdentity",
  "sts:GetSessionToken",
  "sts:AssumeRoleWithSAML",
  "sts:AssumeRoleWithWebIdentity",
  "sts:GetAccessKeyInfo",
  "sso:Authenticate",
  "sso:Federate",
  "sso:Logout",
  "sso:GetRoleCredentials",
  "sso:ListAccounts",
  "sso:ListAccountRoles",
  "sso:ListApplications",
  "sso:ListProfilesForApplication",
]);
const NO_POLICY: ReadonlySet<string> = new Set(["signin", "AWSCloudTrail", "portal.sso"]);

const S3: Readonly<Record<string, readonly string[]>> = {
  ListBuckets: ["ListAllMyBuckets"],
  ListDirectoryBuckets: ["ListAllMyDirectoryBuckets"],
  ListObjects: ["ListBucket"],
  ListObjectsV2: ["ListBucket"],
  HeadBucket: ["ListBucket"],
  ListObjectVersions: ["ListBucketVersions"],
  ListMultipartUploads: ["ListBucketMultipartUploads"],
  ListParts: ["ListMultipartUploadParts"],
  HeadObject: ["GetObject"],
  SelectObjectContent: ["GetObject"],
  CopyObject: ["GetObject", "PutObject"],
  UploadPartCopy: ["GetObject", "PutObject"],
  UploadPart: ["PutObject"],
  CreateMultipartUpload: ["PutObject"],
  CompleteMultipartUpload: ["PutObject"],
  PostObject: ["PutObject"],
  DeleteObjects: ["DeleteObject"],
  GetBucketCors: ["GetBucketCORS"],
  PutBucketCors: ["PutBucketCORS"],
  DeleteBucketCors: ["PutBucketCORS"],
  GetBucketEncryption: ["GetEncryptionConfiguration"],
  PutBucketEncryption: ["PutEncryptionConfiguration"],
  DeleteBucketEncryption: ["PutEncryptionConfiguration"],
  GetBucketLifecycle: ["GetLifecycleConfiguration"],
  GetBucketLifecycleConfiguration: ["GetLifecycleConfiguration"],
  PutBucketLifecycle: ["PutLifecycleConfiguration"],
  PutBucketLifecycleConfiguration: ["PutLifecycleConfiguration"],
  DeleteBucketLifecycle: ["PutLifecycleConfiguration"],
  GetBucketReplication: ["GetReplicationConfiguration"],
  PutBucketReplication: ["PutReplicationConfiguration"],
  DeleteBucketReplication: ["PutReplicationConfiguration"],
  GetBucketNotificationConfiguration: ["GetBucketNotification"],
  PutBucketNotificationConfiguration: ["PutBucketNotification"],
  GetBucketAccelerateConfiguration: ["GetAccelerateConfiguration"],
  PutBucketAccelerateConfiguration: ["PutAccelerateConfiguration"],
  GetBucketAnalyticsConfiguration: ["GetAnalyticsConfiguration"],
  ListBucketAnalyticsConfigurations: ["GetAnalyticsConfiguration"],
  GetBucketInventoryConfiguration: ["GetInventoryConfiguration"],
  ListBucketInventoryConfigurations: ["GetInventoryConfiguration"],
  GetBucketMetricsConfiguration: ["GetMetricsConfiguration"],
  ListBucketMetricsConfigurations: ["GetMetricsConfiguration"],
  DeleteBucketTagging: ["PutBucketTagging"],
  DeleteBucketPublicAccessBlock: ["PutBucketPublicAccessBlock"],
  GetObjectLockConfiguration: ["GetBucketObjectLockConfiguration"],
  PutObjectLockConfiguration: ["PutBucketObjectLockConfiguration"],
};

const OTHERS: Readonly<Record<string, readonly string[]>> = {
  "lambda:Invoke": ["InvokeFunction"],
  "bedrock:Converse": ["InvokeModel"],
  "bedrock:ConverseStream": ["InvokeModelWithResponseStream"],
};

const API_GATEWAY: readonly (readonly [verb: string, pattern: RegExp])[] = [
  ["GET", /^(?:Get|List|Describe|Export)/],
  ["POST", /^(?:Create|Import|TestInvoke|Generate)/],
  ["PUT", /^(?:Put|Tag)/],
  ["PATCH", /^Update/],
  ["DELETE", /^(?:Delete|Flush|Untag)/],
];

/** The actions, such as `s3:ListBucket`; none where the call is not asked of the caller's policy. */
export function iamActionsOf(eventSource: string, eventName: string): readonly string[] {
  const service = eventSource.replace(/\.amazonaws\.com(?:\.cn)?$/, "");
  if (NO_POLICY.has(service) || !/^[a-z0-9.-]+$/.test(service)) return [];
  const prefix = PREFIXES.get(service) ?? service;
  const name = plainName(prefix, eventName);
  // What is no name of an action would make a policy that says something else.
  if (!/^[A-Za-z0-9]+$/.test(name) || !/^[a-z0-9-]+$/.test(prefix)) return [];
  if (NO_ACTION.has(`${prefix}:${name}`)) return [];
  return namesOf(prefix, name).map((action) => `${prefix}:${action}`);
}

function namesOf(prefix: string, name: string): readonly string[] {
  if (prefix === "s3" && Object.hasOwn(S3, name)) return S3[name] ?? [];
  if (prefix === "apigateway") {
    return API_GATEWAY.filter(([, pattern]) => pattern.test(name)).map(([verb]) => verb);
  }
  const key = `${prefix}:${name}`;
  return Object.hasOwn(OTHERS, key) ? (OTHERS[key] ?? []) : [name];
}

/** Lambda and CloudFront write the version of the API behind the name: `GetFunction20150331v2`, `…2020_05_31`. */
function plainName(prefix: string, name: string): string {
  if (prefix === "lambda") return name.replace(/\d{8}(?:v\d+)?$/, "");
  return prefix === "cloudfront" ? name.replace(/\d{4}_\d{2}_\d{2}$/, "") : name;
}
