import type { Attempt } from "./attempt.ts";

/** Of the form for LookupEvents. */
export type LookupAttempt = Attempt<LookupValues, LookedUp>;

export type LookupValues = {
  readonly regions: string;
  readonly endpoint: string;
  readonly profile: string;
  readonly roleArn: string;
  readonly externalId: string;
  /** Days back, or `all` for as far as it goes. */
  readonly range: string;
  readonly syncEveryMinutes: string;
};

export const NO_LOOKUP: LookupValues = {
  regions: "all",
  endpoint: "",
  profile: "",
  roleArn: "",
  externalId: "",
  range: "all",
  syncEveryMinutes: "15",
};

/** How far back can be chosen; `days` includes today, null is as far as LookupEvents goes. */
export const LOOKUP_RANGES: readonly {
  readonly id: string;
  readonly days: number | null;
  readonly label: string;
}[] = [
  { id: "1d", days: 1, label: "today" },
  { id: "7d", days: 7, label: "7 days" },
  { id: "30d", days: 30, label: "30 days" },
  { id: "all", days: null, label: "90 days, as far as it goes" },
];

/** What a look at the regions found. Times are ISO 8601 UTC. */
export type LookedUp = {
  readonly name: string;
  readonly identity: { readonly account: string; readonly arn: string } | null;
  readonly account: string | null;
  readonly answered: readonly { readonly region: string; readonly newest: string | null }[];
  readonly notEnabled: readonly string[];
  readonly closed: readonly {
    readonly region: string;
    readonly message: string;
    readonly remedy: string | null;
  }[];
  readonly missing: string | null;
};
