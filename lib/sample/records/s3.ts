import type { Fleet } from "#lib/sample/fleet.ts";
import { token } from "#lib/sample/invent-id.ts";
import type { Place } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";
import type { Call } from "#lib/sample/records/record.ts";

/** Calls to S3: about buckets (management) and about objects (data events). */

function transfer(random: Random, inward: number, outward: number): string {
  return (
    `{"SignatureVersion":"SigV4","CipherSuite":"TLS_AES_128_GCM_SHA256","bytesTransferredIn":${inward},` +
    `"AuthenticationMethod":"AuthHeader","x-amz-id-2":"${token(random, 75)}=","bytesTransferredOut":${outward}}`
  );
}

const BUCKET_READS: readonly (readonly [name: string, parameter: string])[] = [
  ["GetBucketAcl", "acl"],
  ["GetBucketPolicy", "policy"],
  ["GetBucketEncryption", "encryption"],
  ["GetBucketVersioning", "versioning"],
  ["GetBucketPublicAccessBlock", "publicAccessBlock"],
  ["GetBucketLogging", "logging"],
  ["GetBucketTagging", "tagging"],
  ["GetBucketLocation", "location"],
  ["GetBucketReplication", "replication"],
];

/** One of the reads about a bucket that scanners repeat. */
export function bucketRead(random: Random, fleet: Fleet, place: Place): Call {
  const bucket = random.pick(fleet.buckets);
  const [name, parameter] = random.pick(BUCKET_READS);
  const host = `${bucket}.s3.${place.region}.amazonaws.com`;
  return {
    service: "s3",
    name,
    readOnly: true,
    requestJson: `{"bucketName":"${bucket}","Host":"${host}","${parameter}":""}`,
    additionalJson: transfer(random, 0, 300 + random.below(900)),
    resourcesJson: `[{"accountId":"${place.account}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::${bucket}"}]`,
    host,
  };
}

/** ListBuckets of an account. */
export function listBuckets(random: Random, place: Place): Call {
  const host = `s3.${place.region}.amazonaws.com`;
  return {
    service: "s3",
    name: "ListBuckets",
    readOnly: true,
    requestJson: `{"Host":"${host}"}`,
    additionalJson: transfer(random, 0, 2000 + random.below(4000)),
    host,
  };
}

/** A read or write of one object: a data event. */
export function objectCall(
  name: "GetObject" | "PutObject" | "HeadObject",
  bucket: string,
  key: string,
  random: Random,
  place: Place,
): Call {
  const host = `${bucket}.s3.${place.region}.amazonaws.com`;
  const writes = name === "PutObject";
  const size = 400 + random.below(250_000);
  return {
    service: "s3",
    name,
    readOnly: !writes,
    category: "Data",
    requestJson: `{"bucketName":"${bucket}","Host":"${host}","key":"${key}"}`,
    ...(writes ? { responseJson: `{"x-amz-server-side-encryption":"AES256"}` } : {}),
    additionalJson: transfer(random, writes ? size : 0, writes ? 0 : size),
    resourcesJson: `[{"type":"AWS::S3::Object","ARN":"arn:aws:s3:::${bucket}/${key}"},{"accountId":"${place.account}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::${bucket}"}]`,
    host,
  };
}

/** PutBucketPolicy that lets another account read a bucket. */
export function putBucketPolicy(bucket: string, reader: string, random: Random, place: Place): Call {
  const host = `${bucket}.s3.${place.region}.amazonaws.com`;
  const policy = {
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "BillingExportReaders",
        Effect: "Allow",
        Principal: { AWS: `arn:aws:iam::${reader}:root` },
        Action: ["s3:GetObject", "s3:ListBucket"],
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
      },
    ],
  };
  return {
    service: "s3",
    name: "PutBucketPolicy",
    readOnly: false,
    requestJson: JSON.stringify({ bucketName: bucket, bucketPolicy: policy, Host: host, policy: "" }),
    additionalJson: transfer(random, 412, 0),
    resourcesJson: `[{"accountId":"${place.account}","type":"AWS::S3::Bucket","ARN":"arn:aws:s3:::${bucket}"}]`,
    host,
  };
}
