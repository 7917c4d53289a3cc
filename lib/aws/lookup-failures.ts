import { type ErrorFacts, readErrorFacts, safeCause } from "#lib/aws/error-facts.ts";
import { lookupPolicy } from "#lib/aws/iam-policy.ts";
import { keyFailure } from "#lib/aws/key-failure.ts";
import { networkFailure } from "#lib/aws/network-failure.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

export type LookupContext = { readonly region: string; readonly endpoint: string | null };

/** Throttles come as HTTP 400 (ThrottlingException), in places as 429 or 503. */
export function isThrottle(error: unknown): boolean {
  const { name, status, message } = readErrorFacts(error);
  if (/^(Throttl\w*|TooManyRequests\w*|RequestLimitExceeded|SlowDown)$/.test(name)) return true;
  return status === 429 || /rate exceeded/i.test(message);
}

/** True for what another try may well get past: no answer, a broken connection, a fault of the server. */
export function isPassing(error: unknown): boolean {
  const facts = readErrorFacts(error);
  if (facts.status !== null && facts.status >= 500) return true;
  // A name that is not known is not known a second later either.
  if (facts.name === "ENOTFOUND" || facts.name === "AbortError") return false;
  return facts.status === null && networkFailure(facts, "", "") !== null;
}

/** How AWS answers in a region that the account has not enabled: it does not know the keys there. */
const UNKNOWN_THERE = new Set([
  "UnrecognizedClientException",
  "InvalidClientTokenId",
  "InvalidClientTokenIdException",
  "OptInRequired",
  "RegionDisabledException",
]);

export function isUnknownThere({ cause }: Failure): boolean {
  return cause instanceof Error && UNKNOWN_THERE.has(cause.name);
}

/** A region that is passed by: no keys work in it, and so nothing can have been done there. */
export function notEnabled(region: string): Failure {
  return new Failure("region-not-enabled", `The region ${region} is not enabled in this account.`, {
    remedy:
      "Nothing is to be done if you do not use it. If it is enabled: opt-in regions refuse session tokens of the global STS endpoint, so take the session from a regional one.",
  });
}

/** Turns whatever the SDK threw into the Failure a person can act on. A Failure passes unchanged. */
export function toLookupFailure(error: unknown, context: LookupContext): Failure {
  if (isFailure(error)) return error;
  const facts = readErrorFacts(error);
  const { region, endpoint } = context;
  const what = `The events of ${region} could not be looked up`;
  return (
    keyFailure(facts) ??
    answeredFailure(facts, region) ??
    unknownRegion(facts, context) ??
    networkFailure(facts, what, endpoint ?? `CloudTrail in ${region}`) ??
    new Failure("unreachable", `${what} (${facts.name}).`, {
      remedy: `The server said: ${facts.message}`,
      cause: safeCause(facts),
    })
  );
}

function answeredFailure(facts: ErrorFacts, region: string): Failure | null {
  const cause = safeCause(facts);
  if (/^AccessDenied/.test(facts.name) || facts.status === 403) {
    const explicit = /explicit deny in an? ([\w -]+?policy)/i.exec(facts.message)?.[1];
    const remedy = [
      `AWS said: ${facts.message}`,
      explicit === undefined
        ? "This policy on the user or role is enough:"
        : `An explicit deny in a ${explicit} overrules every allow: change it first, or leave ${region} out. Beyond that, this is enough:`,
      lookupPolicy(),
    ].join("\n");
    return new Failure("access-denied", `Access denied: events of ${region} may not be looked up.`, {
      remedy,
      cause,
    });
  }
  if (facts.name === "InvalidTimeRangeException") {
    return new Failure("bad-request", `CloudTrail refuses this time range in ${region}.`, {
      remedy: `AWS said: ${facts.message}\nLookupEvents reaches 90 days back. Check the first and the last day, and the clock of this computer.`,
      cause,
    });
  }
  if (facts.name === "InvalidNextTokenException") {
    return new Failure("unreachable", `The list of events of ${region} broke off between two pages.`, {
      remedy: "CloudTrail no longer takes the mark of the next page. The next run reads this part again.",
      cause,
    });
  }
  return null;
}

function unknownRegion(facts: ErrorFacts, { region, endpoint }: LookupContext): Failure | null {
  if (endpoint !== null || facts.name !== "ENOTFOUND") return null;
  return new Failure("wrong-region", `There is no CloudTrail to be found in a region named ${region}.`, {
    remedy: "Check the region's spelling (eu-west-1), and that this computer can resolve names of AWS.",
    cause: safeCause(facts),
  });
}

export function throttledFailure(region: string, milliseconds: number): Failure {
  const minutes = Math.max(1, Math.round(milliseconds / 60_000));
  return new Failure("throttled", `CloudTrail in ${region} asked to slow down for ${minutes} min on end.`, {
    remedy:
      "LookupEvents takes two calls a second for an account and region, whoever makes them: something else is using them up, such as the console's Event history or another tool. What is loaded stays; sync again later.",
  });
}
