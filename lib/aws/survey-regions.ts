import { describeIdentity, type Identity } from "#lib/aws/describe-identity.ts";
import { partitionOf } from "#lib/aws/iam-policy.ts";
import { createLookupClient, type LookupClient } from "#lib/aws/lookup-client.ts";
import { isUnknownThere, notEnabled } from "#lib/aws/lookup-failures.ts";
import type { LookupPatience, LookupSettings } from "#lib/aws/lookup-settings.ts";
import { accountOf } from "#lib/aws/lookup-window-body.ts";
import { regionsOf } from "#lib/aws/regions.ts";
import { startRegion } from "#lib/aws/s3-client.ts";
import { type Failure, type FailureCode, isFailure } from "#lib/server/failure.ts";

export type RegionAnswer = {
  readonly region: string;
  /** When the newest event happened, milliseconds since 1970 UTC; null where there is none. */
  readonly newest: number | null;
};

export type RegionSurvey = {
  /** Who AWS takes us for; null where that cannot be told. */
  readonly identity: Identity | null;
  /** Whose events these are: as STS says, or else the records; null where neither does. */
  readonly account: string | null;
  readonly answered: readonly RegionAnswer[];
  /** Regions that cannot be read, each with its Failure: "region-not-enabled", or what keeps us out. */
  readonly silent: readonly { readonly region: string; readonly failure: Failure }[];
  /** To go on with; the caller closes it. */
  readonly client: LookupClient;
};

/** Failures that are not the region's. */
export const EVERYWHERE: ReadonlySet<FailureCode> = new Set<FailureCode>([
  "expired-credentials",
  "no-credentials",
  "role-denied",
  "cancelled",
]);

/**
 * Asks each region once. One that does not know the credentials, while AWS elsewhere does, is not enabled.
 * Throws Failure where no region can be read.
 */
export async function surveyRegions(
  settings: LookupSettings,
  patience: LookupPatience,
  signal: AbortSignal,
): Promise<RegionSurvey> {
  const identity = await describeIdentity({ ...settings, region: null }, signal);
  const client = createLookupClient(settings, patience, identity?.account ?? null);
  try {
    const regions = await regionNames(settings);
    const looks = await Promise.all(regions.map((region) => look(client, region, signal)));
    const answered = looks.flatMap((one) => (one.kind === "answered" ? [one] : []));
    const isKnown = answered.length > 0 || identity !== null;
    const silent = looks.flatMap((one) => {
      if (one.kind === "answered") return [];
      const { region, failure } = one;
      return [{ region, failure: isKnown && isUnknownThere(failure) ? notEnabled(region) : failure }];
    });
    const reason = silent.find(({ failure }) => failure.code !== "region-not-enabled");
    if (answered.length === 0 && reason !== undefined) throw reason.failure;
    const account = identity?.account ?? answered.find((one) => one.account !== null)?.account ?? null;
    return {
      identity,
      account,
      answered: answered.map(({ region, newest }) => ({ region, newest })),
      silent,
      client,
    };
  } catch (error) {
    client.close();
    throw error;
  }
}

type Look =
  | (RegionAnswer & { readonly kind: "answered"; readonly account: string | null })
  | { readonly kind: "silent"; readonly region: string; readonly failure: Failure };

async function look(client: LookupClient, region: string, signal: AbortSignal): Promise<Look> {
  try {
    const { events } = await client.lookup({ region, from: null, to: null, token: null }, signal);
    const times = events.flatMap(({ EventTime }) => (EventTime === undefined ? [] : [EventTime.getTime()]));
    const account = events.map(accountOf).find((each) => each !== null) ?? null;
    return { kind: "answered", region, account, newest: times.length === 0 ? null : Math.max(...times) };
  } catch (error) {
    if (!isFailure(error) || EVERYWHERE.has(error.code)) throw error;
    return { kind: "silent", region, failure: error };
  }
}

/** "all" are those of the partition that the role, or else the SDK's own region, lies in. */
async function regionNames({ regions, roleArn, profile }: LookupSettings): Promise<readonly string[]> {
  if (regions !== "all") return [...new Set(regions)];
  const ofRole = /^arn:([\w-]+):/.exec(roleArn ?? "")?.[1];
  return regionsOf(ofRole ?? partitionOf(await startRegion({ region: null, profile })));
}
