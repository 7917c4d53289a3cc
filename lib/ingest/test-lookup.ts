import type { Identity } from "#lib/aws/describe-identity.ts";
import { LOOKUP_PATIENCE } from "#lib/aws/lookup-settings.ts";
import { surveyRegions } from "#lib/aws/survey-regions.ts";
import { type LookupInput, lookupSettings, missingGlobalEvents } from "#lib/ingest/lookup-input.ts";
import { Failure } from "#lib/server/failure.ts";

/** What a look at the regions found. */
export type LookupReport = {
  /** As the source will be called. */
  readonly name: string;
  readonly identity: Identity | null;
  readonly account: string | null;
  /** Regions that answered, with the time of their newest event, ISO 8601 UTC; null where they have none. */
  readonly answered: readonly { readonly region: string; readonly newest: string | null }[];
  readonly notEnabled: readonly string[];
  /** Regions that keep us out, and why. */
  readonly closed: readonly {
    readonly region: string;
    readonly message: string;
    readonly remedy: string | null;
  }[];
  /** A sentence where the choice of regions leaves out the global services. */
  readonly missing: string | null;
};

const TIME_LIMIT = 20_000;

/** A person waits: little is tried twice, and a region that is slowed down is told as that. */
const PATIENCE = {
  ...LOOKUP_PATIENCE,
  connectTimeoutMs: 5_000,
  requestTimeoutMs: 8_000,
  attempts: 2,
  longestThrottleMs: 8_000,
};

/**
 * Asks every region once, within 20 seconds: who are we, which regions answer, which are not enabled or keep us out.
 * Loads nothing. Throws Failure where none can be read, with the IAM policy where that is denied.
 */
export async function testLookup(
  input: LookupInput,
  signal: AbortSignal,
  { timeLimitMs = TIME_LIMIT }: { readonly timeLimitMs?: number } = {},
): Promise<LookupReport> {
  const { name, settings } = lookupSettings(input);
  const deadline = AbortSignal.timeout(timeLimitMs);
  const survey = await surveyRegions(settings, PATIENCE, AbortSignal.any([signal, deadline])).catch(
    (error: unknown) => {
      throw deadline.aborted && !signal.aborted ? tooSlow(timeLimitMs) : error;
    },
  );
  survey.client.close();
  const { identity, account, answered, silent } = survey;
  const isOff = ({ failure }: { failure: Failure }) => failure.code === "region-not-enabled";
  return {
    name,
    identity,
    account,
    answered: answered.map(({ region, newest }) => ({
      region,
      newest: newest === null ? null : new Date(newest).toISOString(),
    })),
    notEnabled: silent.filter(isOff).map(({ region }) => region),
    closed: silent
      .filter((one) => !isOff(one))
      .map(({ region, failure: { message, remedy } }) => ({ region, message, remedy })),
    missing: missingGlobalEvents(input),
  };
}

function tooSlow(timeLimitMs: number): Failure {
  return new Failure("unreachable", `Not every region answered within ${Math.round(timeLimitMs / 1000)} s.`, {
    remedy: "Name fewer regions, or start without the test: a run has no such limit.",
  });
}
