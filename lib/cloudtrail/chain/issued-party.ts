import { parseArn } from "#lib/cloudtrail/arn.ts";
import type { Issued } from "#lib/cloudtrail/chain/facts.ts";
import type { Party } from "#lib/event/credential.ts";

/** The holder of a credential that no loaded event was made with, as far as the event that issued it tells. */
export function partyIssued({ issue, caller, time }: Issued): Party {
  const base = { ...caller, key: issue.key, via: null, inScopeOf: null, signInSession: null };
  switch (issue.how) {
    case "GetSessionToken":
      return { ...base, createdAt: time, signIn: "session-token" };
    case "ConsoleLogin":
      return { ...base, createdAt: time, signIn: "console" };
    case "CreateAccessKey":
      return userOf(base, issue.holder, caller);
    default:
      return sessionOf(base, issue.target, issue.holder, time);
  }
}

function userOf(base: Party, name: string | null, { account }: Party): Party {
  const user = { user: name, account, createdAt: null, signIn: "access-key" } as const;
  return { ...base, ...NOBODY, kind: "person", name: name ?? "an IAM user", ...user };
}

function sessionOf(base: Party, target: string | null, holder: string | null, time: number): Party {
  const roleArn = holder?.startsWith("arn:") === true ? holder : null;
  const role = roleArn === null ? null : roleArn.slice(roleArn.lastIndexOf("/") + 1);
  const principalId = target === null || target.startsWith("arn:") ? null : target;
  const session = target === null ? null : target.slice(target.lastIndexOf(":") + 1);
  return {
    ...base,
    ...NOBODY,
    kind: "role",
    name: role ?? session ?? "a session",
    role,
    roleArn,
    account: roleArn === null ? null : (parseArn(roleArn)?.account ?? null),
    session,
    principalId,
    createdAt: time,
    signIn: "role",
  };
}

const NOBODY = {
  account: null,
  arn: null,
  principalId: null,
  role: null,
  roleArn: null,
  session: null,
  user: null,
  onBehalfOf: null,
  sourceIdentity: null,
  provider: null,
  mfa: null,
} as const;
