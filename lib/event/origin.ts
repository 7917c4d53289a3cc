/** Who is behind a credential, in a word and a degree of certainty. The way there is a chain: lib/event/chain.ts. */

/**
 * How certain a link is.
 * - `exact`: the event says which key it issued, and that key was used; or one `sharedEventID` joins the two
 *   accounts' records of the call; or AWS itself names the holder in the record
 * - `matched`: the session's principal id and creation date are those of the event; AWS told no key
 * - `inferred`: nothing else fits, but the records do not say so
 */
export type Grade = "exact" | "matched" | "inferred";

/** Why the origin is not known. */
export type UnknownReason =
  /** No loaded event shows how the credential was issued. */
  | "no-issuing-event"
  /** It was issued to another account, whose own logs are not loaded. */
  | "other-account"
  /** Several events fit, and they do not agree on the caller. */
  | "ambiguous"
  /** Events that were loaded before chains were kept are still being read. */
  | "loaded-before"
  /** The record names no credential and no principal. */
  | "no-identity"
  /** More hops than are followed, or hops that lead back to themselves. */
  | "too-long"
  | "circle";

export type Origin = {
  /** `external`: an identity of an outside provider (a web identity's subject), which may be a person or a program. */
  readonly kind: "person" | "service" | "external" | "unknown";
  /** The person, service or outside identity; for `unknown` the furthest that the records lead. */
  readonly name: string;
  readonly account: string | null;
  /** `{identityStoreArn}#{userId}` of an Identity Center user, where the records have it. */
  readonly person: string | null;
  /** The least certain link between the origin and the credential; `exact` where there is none between. */
  readonly grade: Grade;
  /** Set where `kind` is `unknown`; a sentence for people: `describeReason`. */
  readonly reason: UnknownReason | null;
};

/** The origin as the list's "who" shows it: `alice@example.com → DeployRole → ProdAdmin`. */
export type ActorOrigin = Pick<Origin, "kind" | "name" | "grade" | "reason">;

const REASONS: Readonly<Record<UnknownReason, string>> = {
  "no-issuing-event": "no loaded event shows how this credential was issued",
  "other-account": "it was issued to another account, whose logs are not loaded",
  ambiguous: "several events fit and they disagree on the caller",
  "loaded-before": "events that were loaded by an older version are still being read",
  "no-identity": "the record names no credential",
  "too-long": "the chain is longer than Waymark follows",
  circle: "the chain leads back to itself",
};

/** The second half of "unknown, because …". */
export function describeReason(reason: UnknownReason): string {
  return REASONS[reason];
}
