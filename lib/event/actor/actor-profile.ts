import type { UsedPolicy } from "#lib/event/actor/used-policy.ts";
import type { AddressPlace } from "#lib/event/address-place.ts";
import type { ActorKind } from "#lib/event/event.ts";
import type { ActorOrigin } from "#lib/event/origin.ts";

/** Everything that a page tells of one actor over a span of time. Times are UTC, ISO 8601. */
export type ActorProfile = {
  readonly name: string;
  /** True for a role by its name, whoever was behind its sessions; else whoever acted, through any chain of roles. */
  readonly isRole: boolean;
  /** The query that finds the events, and the span: whole hours, from <= time < to. */
  readonly q: string;
  readonly from: string;
  readonly to: string;
  /** What it is, as its events say; most often first. */
  readonly kinds: readonly { readonly kind: ActorKind; readonly count: number }[];
  /** All its events in the span: exact where `activity` is. */
  readonly activity: Activity;
  /** Of what the lists below are made: all events of the span, or the newest of them. */
  readonly told: Told;
  readonly denied: number;
  readonly failed: number;
  readonly services: readonly Seen[];
  readonly calls: readonly SeenCall[];
  readonly accounts: readonly Seen[];
  readonly regions: readonly Seen[];
  readonly addresses: readonly (Seen & AddressPlace)[];
  readonly agents: readonly (Seen & { readonly tool: string })[];
  readonly roles: readonly Seen[];
  readonly errors: readonly Seen[];
  readonly refusals: readonly Refusal[];
  /**
   * The 30 days before the span, which tell what is new; `isKnown` is false where logs of less than a day of them are
   * loaded.
   */
  readonly before: Told & { readonly from: string; readonly to: string; readonly isKnown: boolean };
  /** The first event of all that is loaded: what was before is not known. */
  readonly loadedFrom: string;
  /** The newest event of all that is loaded, forged futures apart. */
  readonly loadedTo: string;
  readonly identities: readonly string[];
  readonly sessions: readonly LatestSession[];
  readonly assumes: Relations;
  /** Who assumed the role; null where it is none. */
  readonly assumedBy: Relations | null;
  readonly policy: UsedPolicy;
};

export type Told = { readonly events: number; readonly isWhole: boolean };

export type Activity = {
  readonly isExact: boolean;
  readonly events: number;
  readonly grain: "hour" | "day";
  /** Begin of the hour or day (UTC), and its events; those without any are left out. */
  readonly cells: readonly ActivityCell[];
};

export type ActivityCell = {
  readonly start: string;
  readonly read: number;
  readonly write: number;
  /** Denied, or failed. */
  readonly error: number;
};

/**
 * A value, how often it occurs, when first and last in the span. `isNew`: the 30 days before have it not; null where no
 * logs of theirs are loaded.
 */
export type Seen = {
  readonly value: string;
  readonly count: number;
  readonly denied: number;
  readonly failed: number;
  readonly first: string;
  readonly last: string;
  readonly isNew: boolean | null;
};

export type SeenCall = Seen & { readonly service: string };

/** Calls that were denied, and what AWS said to the last of them that is at hand. */
export type Refusal = {
  readonly service: string;
  readonly event: string;
  readonly count: number;
  readonly last: string;
  readonly errorCode: string | null;
  readonly reason: string | null;
  readonly eventId: string | null;
};

/** A credential among the newest events. */
export type LatestSession = {
  /** For `/sessions/{id}`. */
  readonly id: string;
  readonly session: string | null;
  readonly role: string | null;
  readonly account: string | null;
  /** Among the newest events only. */
  readonly events: number;
  readonly last: string;
  readonly origin: ActorOrigin | null;
};

/** Whom, or what, it is tied to by calls that assume a role. */
export type Relations = {
  /** The query that finds these calls. */
  readonly q: string;
  readonly told: Told;
  readonly with: readonly Relation[];
};

export type Relation = {
  /** An actor's name, or a role's ARN. */
  readonly name: string;
  readonly kind: ActorKind;
  readonly account: string | null;
  readonly count: number;
  readonly denied: number;
  readonly last: string;
  /** The newest of the calls. */
  readonly eventId: string;
};
