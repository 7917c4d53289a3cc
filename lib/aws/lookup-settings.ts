import type { CallPatience } from "#lib/aws/persist.ts";

/** What a person says of LookupEvents. Credentials themselves are never part of it: the SDK finds them. */
export type LookupSettings = {
  /** Names, or all of the partition. */
  readonly regions: "all" | readonly string[];
  /** Days of events, `YYYY-MM-DD` UTC, both included; null: from 90 days ago, to now. */
  readonly from: string | null;
  readonly to: string | null;
  /** URL of another server than AWS's own of the region; it is asked for every region. */
  readonly endpoint: string | null;
  readonly profile: string | null;
  readonly roleArn: string | null;
  readonly externalId: string | null;
};

/** Limits of waiting and trying. The defaults suit AWS; tests shorten them. */
export type LookupPatience = CallPatience & {
  /**
   * "The rate of lookup requests is limited to two per second, per account, per Region" (LookupEvents, API
   * reference).
   */
  readonly callsPerSecond: number;
  readonly connectTimeoutMs: number;
  readonly requestTimeoutMs: number;
};

export const LOOKUP_PATIENCE: LookupPatience = {
  callsPerSecond: 2,
  connectTimeoutMs: 10_000,
  requestTimeoutMs: 30_000,
  attempts: 5,
  firstWaitMs: 1_000,
  longestThrottleMs: 10 * 60_000,
};
