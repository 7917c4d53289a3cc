/** What the form for a bucket knows after it was sent: the values as they were typed, and what came of them. */
export type BucketAttempt = { readonly values: BucketValues } & (
  | { readonly kind: "blank" }
  /** `problems`: by field. */
  | { readonly kind: "wrong"; readonly problems: Readonly<Partial<Record<string, string>>> }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly remedy: string | null;
      readonly policy: string;
    }
  | { readonly kind: "found"; readonly report: FoundReport; readonly policy: string }
);

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
