import { basicSecond } from "#lib/base/iso-time.ts";
import type { ActorKind } from "#lib/event/event.ts";

/**
 * What one record tells of credentials: whose it was made with, and which it issued. These are facts of that record
 * alone; chains are made of them when they are read (lib/event/chain.ts), so that it never matters in which order
 * logs arrive.
 */

/**
 * How whoever made a call got in, as far as the record itself says.
 * - `access-key`: a long-lived key of an IAM user or of root
 * - `console`: a session opened at the console's sign-in
 * - `sso`: Identity Center
 * - `role`: a role that was assumed; who assumed it is for the chain to say
 * - `session-token`: GetSessionToken or GetFederationToken
 */
export type SignIn =
  | "access-key"
  | "console"
  | "sso"
  | "saml"
  | "web-identity"
  | "instance-profile"
  | "service"
  | "role"
  | "session-token";

/** The caller of one record, and the credential that signed it. */
export type Party = {
  readonly kind: ActorKind;
  /** As in `Actor.name`. */
  readonly name: string;
  /** The account that the caller belongs to (`userIdentity.accountId`), which need not be the one that was called. */
  readonly account: string | null;
  readonly arn: string | null;
  /** `userIdentity.principalId`: `AIDA…`, `AROA…:session`, the account's number for root. */
  readonly principalId: string | null;
  /** The role's name, and its ARN, from `sessionIssuer`: never from the session. */
  readonly role: string | null;
  readonly roleArn: string | null;
  /** The session's name: chosen by whoever made the session, so a claim and no proof. */
  readonly session: string | null;
  /** The IAM user's name: the caller's, or for GetFederationToken's sessions that of the user who asked for it. */
  readonly user: string | null;
  /** The access key id; null where there is none, or where it was masked. */
  readonly key: string | null;
  /** `sessionContext.attributes.creationDate`, seconds since 1970 UTC: only temporary credentials have it. */
  readonly createdAt: number | null;
  readonly signIn: SignIn | null;
  readonly mfa: boolean | null;
  /** The service that called for the caller (`invokedBy`). */
  readonly via: string | null;
  /** The Identity Center user the call was made for: `{identityStoreArn}#{userId}`. */
  readonly onBehalfOf: string | null;
  /** `sourceIdentity`: set when the first role was assumed, and carried through every further role. */
  readonly sourceIdentity: string | null;
  /** `inScopeOf.sourceArn`: the resource (a function, a job) whose credentials these are. */
  readonly inScopeOf: string | null;
  /** `signInSessionArn`: one for all credentials of a console sign-in. */
  readonly signInSession: string | null;
  /** The identity provider of a web identity or SAML session. */
  readonly provider: string | null;
};

/** A credential that a record issued. */
export type Issue = {
  /** The account that received the record; "" where it does not say. */
  readonly account: string;
  /** The event's name: `AssumeRole`, `GetSessionToken`, `CreateAccessKey`, `ConsoleLogin`, `GetRoleCredentials` … */
  readonly how: string;
  /** `responseElements.credentials.accessKeyId`; null where AWS does not tell. */
  readonly key: string | null;
  /**
   * Who the new session is: its principal id (`assumedRoleId`, `federatedUserId`, or the caller's own), or where AWS
   * leaves that out the role's ARN and the session's name as they were asked for: `{roleArn}:{session}`.
   */
  readonly target: string | null;
  /** Who gets it, by name: the ARN of the role that was asked for, or the user whose access key it is. */
  readonly holder: string | null;
  /** Joins the records of one call in several accounts. */
  readonly sharedEventId: string | null;
  /** Identity Center's portal: the account and the permission set that were opened. */
  readonly grant: { readonly account: string; readonly permissionSet: string } | null;
};

/** An access key id as AWS makes them (IAM user guide, "Unique identifiers"); masked ones are none. */
export function isAccessKeyId(text: string): boolean {
  return /^(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{12,124}$/.test(text);
}

/**
 * The permanent name of a temporary credential's session: `{principalId}@{creation time}`, such as
 * `AROAEXAMPLE:alice@20261112T143107Z`. The console makes a new key for almost every request, so that a key alone is
 * no session. null where the party is no session.
 */
export function sessionIdOf(party: Pick<Party, "principalId" | "createdAt">): string | null {
  const { principalId, createdAt } = party;
  return principalId === null || createdAt === null
    ? null
    : `${principalId}@${basicSecond(createdAt * 1000)}`;
}

/** The parts of a session's name; null where it is none. */
export function parseSessionId(
  text: string,
): { readonly principalId: string; readonly createdAt: number } | null {
  const found = /^(.+)@(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/s.exec(text);
  if (found === null) return null;
  const [, principalId = "", year, month, day, hour, minute, second] = found;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? null : { principalId, createdAt: time / 1000 };
}

/**
 * What makes a credential the same in all its records: the session where it is temporary, else the key. null for
 * callers without any: services, sign-ins, other accounts.
 */
export function credentialRef(party: Pick<Party, "principalId" | "createdAt" | "key">): string | null {
  return sessionIdOf(party) ?? party.key;
}
