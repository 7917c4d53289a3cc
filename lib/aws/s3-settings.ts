/** What a person says of a bucket. Credentials themselves are never part of it: the SDK finds them. */
export type S3Settings = {
  readonly bucket: string;
  /** null: the SDK's own region, else us-east-1; the bucket's real region is followed from there. */
  readonly region: string | null;
  /** URL of another S3 server; null for AWS itself (or AWS_ENDPOINT_URL_S3, which the SDK reads). */
  readonly endpoint: string | null;
  /** `endpoint/bucket/key` in place of `bucket.endpoint/key`. */
  readonly pathStyle: boolean;
  /** Name of a profile in the shared AWS configuration files. */
  readonly profile: string | null;
  /** A role to assume with the credentials found. */
  readonly roleArn: string | null;
  readonly externalId: string | null;
};

/** Limits of waiting and trying. The defaults suit AWS; tests shorten them. */
export type S3Patience = {
  readonly connectTimeoutMs: number;
  /** No byte for this long, before or in the middle of an answer, ends the attempt. */
  readonly idleTimeoutMs: number;
  /** Tries of one request, the first included. */
  readonly attempts: number;
};

export const DEFAULT_PATIENCE: S3Patience = {
  connectTimeoutMs: 10_000,
  idleTimeoutMs: 60_000,
  attempts: 6,
};
