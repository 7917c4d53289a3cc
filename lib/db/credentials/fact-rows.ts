import * as z from "zod";
import type { Credential, Issued } from "#lib/cloudtrail/chain/facts.ts";
import { sql } from "#lib/db/sql/raw.ts";
import type { Party } from "#lib/event/credential.ts";

/** The rows of the facts' tables, and what they are to those who trace. */

const text = z.string().nullable().default(null);
const time = z.coerce.number();
const ACTOR_KINDS = ["person", "role", "service", "root", "account", "federated", "unknown"] as const;
const SIGN_INS = [
  "access-key",
  "console",
  "sso",
  "saml",
  "web-identity",
  "instance-profile",
  "service",
  "role",
  "session-token",
] as const;

const PartyFacts = z.object({
  kind: z.enum(ACTOR_KINDS),
  name: z.string(),
  account: text,
  arn: text,
  principalId: text,
  role: text,
  roleArn: text,
  session: text,
  user: text,
  key: text,
  createdAt: time.nullable().default(null),
  signIn: z.enum(SIGN_INS).nullable().default(null),
  mfa: z.boolean().nullable().default(null),
  via: text,
  onBehalfOf: text,
  sourceIdentity: text,
  inScopeOf: text,
  signInSession: text,
  provider: text,
});

/** Of a row `c` of `credential`. */
export const CREDENTIAL_COLUMNS = sql`c.ref, c.kind, c.name, c.account, c.arn, c.principal_id as "principalId", c.role,
  c.role_arn as "roleArn", c.session, c."user", c.key, c.created_at as "createdAt", c.sign_in as "signIn", c.mfa,
  c.on_behalf_of as "onBehalfOf", c.source_identity as "sourceIdentity", c.in_scope_of as "inScopeOf",
  c.sign_in_session as "signInSession", c.provider, c.first_seen as "firstSeen", c.last_seen as "lastSeen",
  array(select k.key from credential_key k where k.credential = c.id limit 5000) as keys`;

export const CredentialRow = PartyFacts.extend({
  ref: z.string(),
  firstSeen: time,
  lastSeen: time,
  keys: z.array(z.string()),
});

export function toCredential(row: z.infer<typeof CredentialRow>): Credential {
  const { ref, firstSeen, lastSeen, keys, ...party } = row;
  return { ref, party: party satisfies Party, keys: new Set(keys), firstSeen, lastSeen };
}

/** Of a row `i` of `credential_issue`. */
export const ISSUE_COLUMNS = sql`i.event_id as "eventId", i.event_time as time, i.account, i.how, i.key, i.target, i.holder,
  i.shared_event_id as "sharedEventId", i.grant_account as "grantAccount",
  i.grant_permission_set as "grantPermissionSet", i.caller_facts as caller`;

export const IssueRow = z.object({
  eventId: z.string(),
  time,
  account: z.string(),
  how: z.string(),
  key: text,
  target: text,
  holder: text,
  sharedEventId: text,
  grantAccount: text,
  grantPermissionSet: text,
  caller: PartyFacts,
});

export function toIssued(row: z.infer<typeof IssueRow>): Issued {
  const { eventId, time: at, account, how, key, target, holder, sharedEventId, caller } = row;
  const { grantAccount, grantPermissionSet } = row;
  const grant =
    grantAccount === null || grantPermissionSet === null
      ? null
      : { account: grantAccount, permissionSet: grantPermissionSet };
  return { eventId, time: at, issue: { account, how, key, target, holder, sharedEventId, grant }, caller };
}
