import type { FactIndex } from "#lib/cloudtrail/chain/fact-index.ts";
import type { Issued } from "#lib/cloudtrail/chain/facts.ts";
import { IDENTITY_CENTER_ROLE } from "#lib/cloudtrail/identity-center-role.ts";
import { credentialRef, type Party } from "#lib/event/credential.ts";
import type { Grade } from "#lib/event/origin.ts";

/**
 * Which event issued a credential. The rules, best first; each is a fact of AWS that was seen in real logs:
 *
 * 1. the event says which key it issued, and it is this one: exact
 * 2. it issued another key of the same session: matched
 * 3. it issued a session of this principal in the second in which this one was created: matched. The console makes a
 *    new key for almost every request, so that the key that was issued is often never used
 * 4. for a user's console session: the last sign-in of that user before it was created: inferred
 * 5. for Identity Center: the person's choice of this account and permission set in the portal just before: inferred
 *
 * An event of two accounts is in each; the two records are one call, and the one that knows more of the caller speaks.
 */
export type Link =
  | { readonly kind: "found"; readonly issued: Issued; readonly grade: Grade }
  /** Several calls fit, by callers that differ. */
  | { readonly kind: "ambiguous" }
  | { readonly kind: "none" };

/** Seconds. A record's time is that of the answer; the session's date is that of the moment before. */
export const SAME_MOMENT = 1;
/** A key that is said to be issued so far from its session's date is another's, or forged. */
const SAME_KEY_WITHIN = 60;
/** Console sessions end after 12 hours (IAM user guide, "Sign in to the AWS Management Console"). */
export const CONSOLE_SESSION = 12 * 3600;
export const PORTAL_BEFORE = 60;
export const CLOCKS_DIFFER_BY = 5;

const NONE: Link = { kind: "none" };

export function findLink(facts: FactIndex, party: Party): Link {
  const ref = credentialRef(party);
  const issuedKey = (key: string) => (facts.byKey.get(key) ?? []).filter((one) => mayHaveKey(one, party));
  if (party.key !== null) {
    const exact = choose(facts, issuedKey(party.key), "exact");
    if (exact.kind !== "none") return exact;
  }
  if (ref === null || party.createdAt === null) return NONE;
  const keys = facts.credentials.get(ref)?.keys ?? [];
  // Asked for as a whole, a session is whoever got any of its keys.
  const ofSession = choose(facts, [...keys].flatMap(issuedKey), party.key === null ? "exact" : "matched");
  if (ofSession.kind !== "none") return ofSession;
  const named = targetsOf(party).flatMap((target) => facts.byTarget.get(target) ?? []);
  const matched = choose(
    facts,
    named.filter((one) => isNear(one, party.createdAt, SAME_MOMENT)),
    "matched",
  );
  if (matched.kind !== "none") return matched;
  return party.role === null ? findSignIn(party, named) : findPortalChoice(facts, party);
}

/** In how many ways an issuing event may name the session. */
export function targetsOf({ principalId, roleArn, session }: Party): readonly string[] {
  return [
    ...(principalId === null ? [] : [principalId]),
    ...(roleArn === null || session === null ? [] : [`${roleArn}:${session}`]),
  ];
}

/** A masked or forged log may give one key to several principals: who the key was issued to must fit. */
function mayHaveKey({ issue, time }: Issued, party: Party): boolean {
  if (party.createdAt !== null && Math.abs(time - party.createdAt) > SAME_KEY_WITHIN) return false;
  return issue.target === null || party.principalId === null || targetsOf(party).includes(issue.target);
}

function isNear({ time }: Issued, createdAt: number | null, seconds: number): boolean {
  return createdAt !== null && Math.abs(time - createdAt) <= seconds;
}

function findSignIn({ createdAt, kind }: Party, named: readonly Issued[]): Link {
  if (createdAt === null || (kind !== "person" && kind !== "root")) return NONE;
  const before = named.filter(
    ({ issue, time }) =>
      issue.how === "ConsoleLogin" &&
      time <= createdAt + CLOCKS_DIFFER_BY &&
      time >= createdAt - CONSOLE_SESSION,
  );
  const issued = before.at(-1);
  return issued === undefined ? NONE : { kind: "found", issued, grade: "inferred" };
}

function findPortalChoice(facts: FactIndex, party: Party): Link {
  const { createdAt, account, role, signIn } = party;
  if (signIn !== "sso" || createdAt === null || account === null || role === null) return NONE;
  const chosen = (facts.grants.get(account) ?? []).filter(
    ({ time, issue, caller }) =>
      time <= createdAt + CLOCKS_DIFFER_BY &&
      time >= createdAt - PORTAL_BEFORE &&
      role.startsWith(`${IDENTITY_CENTER_ROLE}${issue.grant?.permissionSet}_`) &&
      isSamePerson(caller, party),
  );
  const issued = chosen.at(-1);
  return issued === undefined ? NONE : { kind: "found", issued, grade: "inferred" };
}

function isSamePerson(a: Party, b: Party): boolean {
  if (a.onBehalfOf !== null && b.onBehalfOf !== null) return a.onBehalfOf === b.onBehalfOf;
  return a.user !== null && a.user === b.session;
}

/** One call out of these records, told by the record that knows most of its caller. */
function choose(facts: FactIndex, found: readonly Issued[], grade: Grade): Link {
  const [first] = found;
  if (first === undefined) return NONE;
  const calls = found.map((one) => bestRecord(facts, one));
  const [call = first, ...others] = calls.toSorted(
    (a, b) => a.time - b.time || (a.eventId < b.eventId ? -1 : 1),
  );
  const agree = others.every((other) => callerName(other.caller) === callerName(call.caller));
  return agree ? { kind: "found", issued: call, grade } : { kind: "ambiguous" };
}

function bestRecord(facts: FactIndex, one: Issued): Issued {
  const { sharedEventId, key } = one.issue;
  const copies = [
    one,
    ...(sharedEventId === null ? [] : (facts.byShared.get(sharedEventId) ?? [])),
    ...(key === null ? [] : (facts.byKey.get(key) ?? [])),
  ].filter((copy) => copy.issue.how === one.issue.how && isNear(copy, one.time, SAME_MOMENT));
  return copies.toSorted((a, b) => knowledge(b) - knowledge(a) || (a.eventId < b.eventId ? -1 : 1))[0] ?? one;
}

/** The account that was called is told only the number of the caller's. */
function knowledge({ caller }: Issued): number {
  return (caller.kind === "account" ? 0 : 2) + (credentialRef(caller) === null ? 0 : 1);
}

function callerName(caller: Party): string {
  return (
    credentialRef(caller) ??
    [caller.kind, caller.name, caller.account, caller.principalId, caller.arn].join("\n")
  );
}
