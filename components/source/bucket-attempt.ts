import type { Attempt } from "./attempt.ts";

/** Of the form for a bucket. */
export type BucketAttempt = Attempt<BucketValues, FoundReport>;

export type BucketValues = {
  readonly bucket: string;
  readonly region: string;
  readonly endpoint: string;
  readonly pathStyle: boolean;
  readonly profile: string;
  readonly roleArn: string;
  readonly externalId: string;
  /** As in `estimates`. */
  readonly range: string;
  readonly syncEveryMinutes: string;
};

export const NO_VALUES: BucketValues = {
  bucket: "",
  region: "",
  endpoint: "",
  pathStyle: false,
  profile: "",
  roleArn: "",
  externalId: "",
  range: "30d",
  syncEveryMinutes: "15",
};

/** What a look at the bucket found. Days are `YYYY-MM-DD`. */
export type FoundReport = {
  readonly name: string;
  readonly identity: { readonly account: string; readonly arn: string } | null;
  readonly region: string | null;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly streams: number;
  readonly probed: number;
  readonly strays: number;
  readonly setAside: readonly { readonly prefix: string; readonly why: string }[];
  readonly limit: string | null;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly daily: { readonly objects: number; readonly bytes: number } | null;
  readonly estimates: readonly RangeEstimate[];
};

export type RangeEstimate = {
  readonly id: string;
  readonly from: string | null;
  readonly days: number;
  readonly objects: number;
  readonly bytes: number;
  readonly seconds: number;
};
