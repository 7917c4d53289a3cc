import { parseArn } from "#lib/cloudtrail/arn.ts";
import { IDENTITY_CENTER_ROLE } from "#lib/cloudtrail/identity-center-role.ts";
import { booleanOf, isJsonObject, type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import type { Actor, ActorKind } from "#lib/event/event.ts";

/** Who made the call, as far as one record tells. */
export type Identity = {
  readonly actor: Actor;
  /** The person's user name. */
  readonly user: string | null;
  /** `userIdentity.arn`. */
  readonly principal: string | null;
  /** `userIdentity.type`, AWS's own word. */
  readonly type: string | null;
  /** Whether the session was opened with a second factor; null where the record does not say. */
  readonly mfa: boolean | null;
};

/** What the kinds below decide; the rest is read alike for all. */
type Who = {
  readonly kind: ActorKind;
  readonly name: string | null;
  readonly role?: string | null;
  readonly session?: string | null;
  readonly user?: string | null;
};

type Facts = {
  readonly of: JsonObject;
  readonly type: string | null;
  readonly arn: string | null;
  /** The ARN's resource by its slashes: `assumed-role`, role, session. */
  readonly arnParts: readonly string[];
  readonly userName: string | null;
  readonly principalId: string | null;
  readonly account: string | null;
  readonly via: string | null;
  readonly issuer: unknown;
  readonly sourceIp: string | null;
};

/** Never throws, whatever stands in `userIdentity` (CloudTrail user guide, "CloudTrail userIdentity element"). */
export function readIdentity(userIdentity: unknown, sourceIp: string | null): Identity {
  const facts = readFacts(userIdentity, sourceIp);
  const who = readWho(facts);
  const attributes = memberOf(memberOf(facts.of, "sessionContext"), "attributes");
  return {
    actor: {
      kind: who.kind,
      name: who.name ?? facts.arn ?? facts.principalId ?? facts.account ?? "unknown",
      role: who.role ?? null,
      session: who.session ?? null,
      arn: facts.arn,
      accessKeyId: textOf(facts.of["accessKeyId"]),
      via: facts.via,
    },
    user: who.user ?? null,
    principal: facts.arn,
    type: facts.type,
    mfa: booleanOf(memberOf(attributes, "mfaAuthenticated")),
  };
}

function readFacts(userIdentity: unknown, sourceIp: string | null): Facts {
  const of = isJsonObject(userIdentity) ? userIdentity : inPlaceOfObject(userIdentity);
  const arn = textOf(of["arn"]);
  return {
    of,
    type: textOf(of["type"]),
    arn,
    arnParts: arn === null ? [] : (parseArn(arn)?.resource.split("/") ?? []),
    userName: textOf(of["userName"]) ?? textOf(of["username"]),
    principalId: textOf(of["principalId"]),
    account: textOf(of["accountId"]),
    via: textOf(of["invokedBy"]),
    issuer: memberOf(of["sessionContext"], "sessionIssuer"),
    sourceIp,
  };
}

/** Some tools flatten `userIdentity` to one text: the ARN, or a name. */
function inPlaceOfObject(value: unknown): JsonObject {
  const text = textOf(value);
  if (text === null) return {};
  return text.startsWith("arn:") ? { arn: text } : { principalId: text };
}

function readWho(facts: Facts): Who {
  switch (facts.type) {
    case "Root":
      return { kind: "root", name: "root" };
    case "IAMUser":
    case "User":
      return userOf(facts);
    case "AssumedRole":
      return assumedRoleOf(facts);
    case "Role":
      return roleOf(facts);
    case "FederatedUser":
      return federatedUserOf(facts);
    case "SAMLUser":
    case "WebIdentityUser":
    case "Directory":
      return { kind: "federated", name: facts.userName ?? facts.principalId, user: facts.userName };
    case "IdentityCenterUser":
      return identityCenterUserOf(facts);
    case "AWSAccount":
      return { kind: "account", name: facts.account, session: afterColon(facts.principalId) };
    case "AWSService":
      return { kind: "service", name: facts.via ?? serviceName(facts.sourceIp) ?? facts.userName };
    default:
      return untypedOf(facts);
  }
}

function userOf(facts: Facts): Who {
  const name = facts.userName ?? facts.arnParts.at(-1) ?? null;
  return { kind: "person", name, user: name };
}

/** The issuer names the role; the session's name stands last in the ARN, and after the colon of the principal id. */
function assumedRoleOf({ arnParts, issuer, principalId }: Facts): Who {
  const isSession = arnParts[0] === "assumed-role";
  const session = (isSession && arnParts.length > 2 ? arnParts.at(-1) : null) ?? afterColon(principalId);
  const role =
    textOf(memberOf(issuer, "userName")) ??
    textOf(memberOf(issuer, "username")) ??
    lastPart(textOf(memberOf(issuer, "arn"))) ??
    (isSession ? (arnParts[Math.max(1, arnParts.length - 2)] ?? null) : null);
  if (role?.startsWith(IDENTITY_CENTER_ROLE) && session !== null) {
    return { kind: "person", name: session, role, session, user: session };
  }
  return { kind: "role", name: role, role, session };
}

function roleOf(facts: Facts): Who {
  if (facts.arnParts[0] === "assumed-role") return assumedRoleOf(facts);
  const role = facts.userName ?? facts.arnParts.at(-1) ?? null;
  return { kind: "role", name: role, role, session: afterColon(facts.principalId) };
}

/** GetFederationToken: the session's name is the caller's claim, the issuer is the IAM user who asked for it. */
function federatedUserOf({ arnParts, issuer, principalId, userName }: Facts): Who {
  const user = textOf(memberOf(issuer, "userName"));
  const name = arnParts[0] === "federated-user" ? (arnParts.at(-1) ?? null) : null;
  return { kind: "federated", name: name ?? afterColon(principalId) ?? userName, user };
}

function identityCenterUserOf(facts: Facts): Who {
  const name = facts.userName ?? textOf(memberOf(facts.of["onBehalfOf"], "userId"));
  return { kind: "person", name, user: facts.userName };
}

/** No known type: the ARN's own shape decides, then the role that issued the session, then the calling service. */
function untypedOf(facts: Facts): Who {
  switch (facts.arnParts[0]) {
    case "assumed-role":
      return assumedRoleOf(facts);
    case "user":
      return userOf(facts);
    case "role":
      return roleOf(facts);
    case "federated-user":
      return federatedUserOf(facts);
    case "root":
      return { kind: "root", name: "root" };
    default:
      if (memberOf(facts.issuer, "type") === "Role") return assumedRoleOf(facts);
      if (facts.arn === null && facts.userName === null && facts.via !== null) {
        return { kind: "service", name: facts.via };
      }
      return { kind: "unknown", name: facts.userName, user: facts.userName };
  }
}

function afterColon(principalId: string | null): string | null {
  const at = principalId?.indexOf(":") ?? -1;
  return at < 0 ? null : textOf(principalId?.slice(at + 1));
}

function lastPart(arn: string | null): string | null {
  return arn === null ? null : textOf(arn.slice(arn.lastIndexOf("/") + 1));
}

/** `sourceIPAddress` holds a service's DNS name where a service called. */
function serviceName(sourceIp: string | null): string | null {
  return sourceIp !== null && /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(sourceIp) ? sourceIp : null;
}
