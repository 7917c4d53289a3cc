import { readEventTime } from "#lib/cloudtrail/event-time.ts";
import type { Identity } from "#lib/cloudtrail/identity.ts";
import { IDENTITY_CENTER_ROLE } from "#lib/cloudtrail/identity-center-role.ts";
import { booleanOf, type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import { isAccessKeyId, type Party, type SignIn } from "#lib/event/credential.ts";
import type { Actor } from "#lib/event/event.ts";

/**
 * The caller of a record and the credential that signed it, from `userIdentity` (CloudTrail user guide, "CloudTrail
 * userIdentity element"). Never throws, whatever stands there.
 */
export function readParty(record: JsonObject, identity: Identity): Party {
  const { actor, principal, type, mfa, user } = identity;
  const of = record["userIdentity"];
  const context = memberOf(of, "sessionContext");
  const issuer = memberOf(context, "sessionIssuer");
  const key = actor.accessKeyId;
  const createdAt = readCreationDate(memberOf(memberOf(context, "attributes"), "creationDate"));
  const roleArn = memberOf(issuer, "type") === "Role" ? textOf(memberOf(issuer, "arn")) : null;
  const provider = textOf(memberOf(memberOf(context, "webIdFederationData"), "federatedProvider"));
  return {
    kind: actor.kind,
    name: actor.name,
    account: textOf(memberOf(of, "accountId")) ?? accountOfArn(principal),
    arn: principal,
    principalId: textOf(memberOf(of, "principalId")),
    role: actor.role,
    roleArn,
    session: actor.session,
    user,
    key: key !== null && isAccessKeyId(key) ? key : null,
    createdAt,
    signIn: signInOf({ record, context, type, actor, createdAt, roleArn, provider }),
    mfa,
    via: actor.via,
    onBehalfOf: onBehalfOf(of),
    sourceIdentity: textOf(memberOf(context, "sourceIdentity")),
    inScopeOf: textOf(memberOf(memberOf(of, "inScopeOf"), "sourceArn")),
    signInSession: textOf(memberOf(context, "signInSessionArn")) ?? textOf(memberOf(of, "signInSessionArn")),
    provider: provider ?? textOf(memberOf(of, "identityProvider")),
  };
}

/** A session's `creationDate`, seconds since 1970 UTC; null where it is no time. */
export function readCreationDate(value: unknown): number | null {
  if (value === undefined || value === null || value === "") return null;
  return readEventTime(value) ?? (typeof value === "string" ? readEventTime(extended(value)) : null);
}

/** ISO 8601 in its basic form, `20131102T010628Z`, as the user guide's own examples have it. */
function extended(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z");
}

/** One person, in whichever account or service: user ids are unique within an identity store only. */
function onBehalfOf(userIdentity: unknown): string | null {
  const of = memberOf(userIdentity, "onBehalfOf");
  const userId = textOf(memberOf(of, "userId"));
  const store = textOf(memberOf(of, "identityStoreArn"));
  return userId === null || store === null ? null : `${store}#${userId}`;
}

function accountOfArn(arn: string | null): string | null {
  return arn === null ? null : (/^arn:[^:]*:(?:iam|sts):[^:]*:(\d{12}):/.exec(arn)?.[1] ?? null);
}

type SignInFacts = {
  readonly record: JsonObject;
  readonly context: unknown;
  readonly type: string | null;
  readonly actor: Actor;
  readonly createdAt: number | null;
  readonly roleArn: string | null;
  readonly provider: string | null;
};

const SERVICE_ROLE_PATH = ":role/aws-service-role/";

function signInOf(facts: SignInFacts): SignIn | null {
  switch (facts.type) {
    case "Root":
    case "IAMUser":
    case "User":
      if (facts.actor.accessKeyId?.startsWith("AKIA") === true && facts.createdAt === null)
        return "access-key";
      return isFromConsole(facts) ? "console" : null;
    case "AssumedRole":
    case "Role":
      return roleSignIn(facts);
    case "FederatedUser":
      return "session-token";
    case "SAMLUser":
      return "saml";
    case "WebIdentityUser":
      return "web-identity";
    case "IdentityCenterUser":
      return "sso";
    case "AWSService":
      return "service";
    default:
      if (facts.actor.kind === "service") return "service";
      return facts.actor.role === null ? null : roleSignIn(facts);
  }
}

function roleSignIn({ context, actor: { role }, roleArn, provider }: SignInFacts): SignIn {
  if (role?.startsWith(IDENTITY_CENTER_ROLE) === true) return "sso";
  if (roleArn?.includes(SERVICE_ROLE_PATH) === true) return "service";
  if (provider !== null) return "web-identity";
  return memberOf(context, "ec2RoleDelivery") === undefined ? "role" : "instance-profile";
}

/** The console's calls say so since eventVersion 1.08; before, they came "invoked by" the sign-in service. */
function isFromConsole({ record, actor }: SignInFacts): boolean {
  const type = record["eventType"];
  return (
    booleanOf(record["sessionCredentialFromConsole"]) === true ||
    type === "AwsConsoleSignIn" ||
    type === "AwsConsoleAction" ||
    actor.via === "signin.amazonaws.com"
  );
}
