import type { SignIn } from "#lib/event/credential.ts";
import type { ActorKind } from "#lib/event/event.ts";
import type { Grade, Origin } from "#lib/event/origin.ts";

/**
 * Who is behind a credential, and what came of it. A chain goes back from one credential to whoever it began
 * with; a tree goes forward to all that was issued from it. Every link names the event that proves it and how
 * certain it is; what cannot be known is said with its reason, never guessed.
 */

/** The event that proves a link. */
export type Proof = {
  readonly eventId: string;
  /** UTC, ISO 8601, whole seconds. */
  readonly eventTime: string;
  readonly eventName: string;
  /** Set where the event itself is no longer kept: there is nothing to open. */
  readonly isGone?: true | undefined;
};

/** Who or what holds a credential. */
export type Principal = {
  readonly kind: ActorKind;
  readonly name: string;
  readonly account: string | null;
  readonly arn: string | null;
  /** AWS's unique id: `AIDA…` for a user, `AROA…:session` for a role's session. */
  readonly principalId: string | null;
};

/** One credential on the way from the origin to the one that was asked for. */
export type Hop = {
  readonly principal: Principal;
  readonly role: string | null;
  readonly roleArn: string | null;
  /** The session's name, as its creator claimed it. */
  readonly session: string | null;
  /** null where the records tell of no key: a sign-in, a service. */
  readonly key: string | null;
  /** The permanent name of the session (`sessionIdOf`), for `/sessions/{id}`; null for long-lived keys and sign-ins. */
  readonly sessionId: string | null;
  readonly account: string | null;
  readonly signIn: SignIn | null;
  readonly mfa: boolean | null;
  /** `sourceIdentity` and `onBehalfOf` (`{identityStoreArn}#{userId}`), as the records of this credential have them. */
  readonly sourceIdentity: string | null;
  readonly onBehalfOf: string | null;
  /** How this credential followed from the hop before it; null for the first. */
  readonly grade: Grade | null;
  readonly provedBy: Proof | null;
};

/** One credential's way back. */
export type Chain = {
  readonly origin: Origin;
  /** From the origin's own credential to the one that was asked for, which is the last; never empty. */
  readonly hops: readonly Hop[];
  /** Set where another principal made the long-lived key that the chain begins with (CreateAccessKey). */
  readonly keyMadeBy: { readonly principal: Principal; readonly provedBy: Proof } | null;
};

/** One credential and what was issued from it, as far as the tree was followed. */
export type IssuedNode = {
  /** `grade` and `provedBy` say how it followed from its parent; null for the root of the tree. */
  readonly hop: Hop;
  /** UTC, ISO 8601: when it was used in what is loaded; null where no event was made with it. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly issued: readonly IssuedNode[];
  /** True where more was issued than is listed below it. */
  readonly isCut: boolean;
};

/** What a chain shows in one line: the roles from the origin on, each session's role once. */
export function pathOf({ hops }: Pick<Chain, "hops">): readonly string[] {
  return hops.flatMap((hop, index) => {
    const before = hops[index - 1];
    const isSame = before !== undefined && before.roleArn === hop.roleArn && before.role === hop.role;
    return hop.role === null || isSame ? [] : [hop.role];
  });
}
