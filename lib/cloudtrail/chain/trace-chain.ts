import { isoSecond } from "#lib/base/iso-time.ts";
import type { FactIndex } from "#lib/cloudtrail/chain/fact-index.ts";
import { type Issued, withTraits } from "#lib/cloudtrail/chain/facts.ts";
import { CONSOLE_SESSION, findLink } from "#lib/cloudtrail/chain/find-link.ts";
import { lessCertain, originByRecord, originOf, SOMEBODY } from "#lib/cloudtrail/chain/name-origin.ts";
import type { Chain, Hop, Principal, Proof } from "#lib/event/chain.ts";
import { credentialRef, type Party, sessionIdOf } from "#lib/event/credential.ts";
import type { ActorKind } from "#lib/event/event.ts";
import type { Grade, Origin, UnknownReason } from "#lib/event/origin.ts";

/** Longer chains than this are not made by people or by services. */
export const MAX_HOPS = 12;

const SIGNS_IN: ReadonlySet<ActorKind> = new Set(SOMEBODY);

/** On the way back: what has been found so far, the newest hop first. */
type Way = {
  readonly facts: FactIndex;
  readonly hops: Hop[];
  readonly seen: Set<string>;
  /** The least certain link so far. */
  grade: Grade;
  origin: Origin | null;
  keyMadeBy: Chain["keyMadeBy"];
};

/**
 * Goes back from a caller to whoever the chain began with. The facts may be more than are needed; what is missing
 * shows as an origin that is unknown, with its reason. The order of the facts changes nothing.
 */
export function traceChain(facts: FactIndex, start: Party): Chain {
  const way: Way = { facts, hops: [], seen: new Set(), grade: "exact", origin: null, keyMadeBy: null };
  let party = withTraits(facts.credentials, start);
  let reason: UnknownReason | null = null;
  for (;;) {
    const isKnown = way.origin !== null;
    const own = originOf(facts, party);
    if (own !== null) way.origin ??= { ...own, grade: lessCertain(own.grade, way.grade) };
    way.hops.push(toHop(party));
    const step = stepBack(way, party);
    if (step.kind === "end") {
      reason = step.reason;
      break;
    }
    if (isKnown || own !== null) {
      // Behind a person there is at most the way they signed in.
      if (!SIGNS_IN.has(step.party.kind)) break;
    } else way.grade = lessCertain(way.grade, step.grade);
    const last = way.hops.length - 1;
    way.hops[last] = { ...toHop(party), grade: step.grade, provedBy: proofOf(step.issued) };
    party = withTraits(facts.credentials, step.party);
  }
  const origin = way.origin ?? lastOrigin(way, party, reason ?? "no-issuing-event");
  return { origin, hops: way.hops.toReversed(), keyMadeBy: way.keyMadeBy };
}

type Step =
  | { readonly kind: "back"; readonly party: Party; readonly issued: Issued; readonly grade: Grade }
  | { readonly kind: "end"; readonly reason: UnknownReason | null };

function stepBack(way: Way, party: Party): Step {
  if (way.hops.length >= MAX_HOPS) return { kind: "end", reason: "too-long" };
  const ref = credentialRef(party);
  if (ref !== null && way.seen.has(ref)) return { kind: "end", reason: "circle" };
  if (ref !== null) way.seen.add(ref);
  const link = findLink(way.facts, party);
  if (link.kind === "ambiguous") return { kind: "end", reason: "ambiguous" };
  if (link.kind === "none") return { kind: "end", reason: reasonFor(party, ref) };
  const { issued, grade } = link;
  if (issued.issue.how === "CreateAccessKey") {
    const { caller } = issued;
    const isOwn = caller.principalId !== null && caller.principalId === party.principalId;
    if (!isOwn) way.keyMadeBy = { principal: toPrincipal(caller), provedBy: proofOf(issued) };
    return { kind: "end", reason: "no-issuing-event" };
  }
  if (issued.caller.kind !== "account") return { kind: "back", party: issued.caller, issued, grade };
  const known = callerInOwnAccount(way.facts, issued);
  return { kind: "back", issued, party: known?.party ?? issued.caller, grade: known?.grade ?? grade };
}

function reasonFor(party: Party, ref: string | null): UnknownReason {
  if (party.kind === "account") return "other-account";
  return ref === null && party.kind === "unknown" ? "no-identity" : "no-issuing-event";
}

/**
 * Who called, where only the account that was called has a record of it: it tells the caller's principal id. A
 * user's id is one user's for ever; a role's session is taken where only one of that name was alive.
 */
function callerInOwnAccount(
  facts: FactIndex,
  { caller, time }: Issued,
): { readonly party: Party; readonly grade: Grade } | null {
  const same = caller.principalId === null ? [] : (facts.byPrincipal.get(caller.principalId) ?? []);
  const [user] = same.filter((credential) => credential.party.role === null);
  if (user !== undefined) return { party: { ...user.party, key: null, createdAt: null }, grade: "matched" };
  const alive = same.filter(({ party: { createdAt } }) => {
    return createdAt !== null && createdAt <= time && time <= createdAt + CONSOLE_SESSION;
  });
  const [only, ...others] = alive;
  return only === undefined || others.length > 0 ? null : { party: only.party, grade: "inferred" };
}

function lastOrigin(way: Way, party: Party, reason: UnknownReason): Origin {
  const told = reason === "ambiguous" || reason === "circle" ? null : originByRecord(way.facts, party);
  if (told !== null) return { ...told, grade: lessCertain(told.grade, way.grade) };
  const { name, account } = party;
  return { kind: "unknown", name, account, person: null, grade: way.grade, reason };
}

function toPrincipal({ kind, name, account, arn, principalId }: Party): Principal {
  return { kind, name, account, arn, principalId };
}

/** A credential as the hop of a chain that nothing leads to yet. */
export function toHop(party: Party): Hop {
  return {
    principal: toPrincipal(party),
    role: party.role,
    roleArn: party.roleArn,
    session: party.session,
    key: party.key,
    sessionId: sessionIdOf(party),
    account: party.account,
    signIn: party.signIn,
    mfa: party.mfa,
    sourceIdentity: party.sourceIdentity,
    onBehalfOf: party.onBehalfOf,
    grade: null,
    provedBy: null,
  };
}

export function proofOf({ eventId, time, issue }: Issued): Proof {
  return {
    eventId,
    eventTime: isoSecond(time * 1000),
    eventName: issue.how,
  };
}
