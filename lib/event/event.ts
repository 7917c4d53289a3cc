import type { AddressPlace } from "#lib/event/address-place.ts";
import type { ActorOrigin } from "#lib/event/origin.ts";

/**
 * An Event is what Waymark shows of one CloudTrail record: normalised, flat, in the shape that the HTTP
 * contract promises (GET /api/events). The record as AWS delivered it is kept beside it and never replaced.
 */

/**
 * What kind of principal acted.
 * - `person`: a human known by name (IAM user, Identity Center user, or a session of an Identity Center role)
 * - `role`: an assumed role whose human, if any, is not known from this record alone
 * - `service`: an AWS service acting by itself
 * - `root`: the account's root user
 * - `account`: another AWS account, known by its number only
 * - `federated`: SAML, web identity or GetFederationToken callers
 * - `unknown`: the record names nobody
 */
export type ActorKind = "person" | "role" | "service" | "root" | "account" | "federated" | "unknown";

export type Actor = {
  readonly kind: ActorKind;
  /** Who acted, resolved as far as this record allows; never a bare session name in place of a role. */
  readonly name: string;
  readonly role: string | null;
  /** The role session's name, as its creator claimed it. */
  readonly session: string | null;
  readonly arn: string | null;
  readonly accessKeyId: string | null;
  /** The AWS service that made the call on the actor's behalf (`userIdentity.invokedBy`). */
  readonly via: string | null;
  /** Who is behind the credential, through every role that was assumed; absent where it was not looked up. */
  readonly origin?: ActorOrigin | undefined;
  /** The roles from the origin to this event, the event's own last; beside `origin`. */
  readonly path?: readonly string[] | undefined;
};

export type Outcome = "success" | "denied" | "failed";

/**
 * Why an event is worth a second look, the gravest first. An event may have several.
 * - `destructive`: takes something away, stops it, or turns off what would have recorded it
 * - `sensitive-read`: hands out a secret, a password or what one was encrypted for
 * - `denied`: was refused
 * - `root`: by the account's root user
 * - `sign-in`: somebody signed in to the console, or tried to
 */
export const SEVERITIES = ["destructive", "sensitive-read", "denied", "root", "sign-in"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A thing that the event names: an ARN, id or name, and its type as `AWS::Service::Kind` where known. */
export type Resource = { readonly id: string; readonly type: string | null };

export type Event = {
  readonly eventId: string;
  /** UTC, ISO 8601, whole seconds as AWS delivers them: `2026-11-12T14:31:07Z`. */
  readonly eventTime: string;
  readonly eventName: string;
  readonly eventSource: string;
  readonly readOnly: boolean;
  readonly category: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly actor: Actor;
  readonly sourceIp: string | null;
  /** Where that is; null where there is none, absent where it was not looked up. */
  readonly place?: AddressPlace | null | undefined;
  readonly userAgent: string | null;
  readonly outcome: Outcome;
  readonly errorCode: string | null;
  /** The gravest first; none for an ordinary event. */
  readonly severities: readonly Severity[];
  readonly resources: readonly Resource[];
  /** The source that delivered it first. */
  readonly origin: string;
};
