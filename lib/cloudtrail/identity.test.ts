import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIdentity } from "#lib/cloudtrail/identity.ts";

const account = "111122223333";
const issuer = (role: string, path = "") => ({
  sessionIssuer: { type: "Role", arn: `arn:aws:iam::${account}:role/${path}${role}`, userName: role },
});
const session = (role: string, name: string) => ({
  type: "AssumedRole",
  principalId: `AROAEXAMPLE:${name}`,
  arn: `arn:aws:sts::${account}:assumed-role/${role}/${name}`,
});
const user = (name: string) => `arn:aws:iam::${account}:user/${name}`;
const sso = "AWSReservedSSO_AdministratorAccess_0123456789abcdef";

/** What was delivered; then kind, name, role, session, user. */
const CASES: readonly (readonly [
  string,
  unknown,
  string,
  string,
  string | null,
  string | null,
  string | null,
])[] = [
  [
    "an IAM user",
    { type: "IAMUser", userName: "alice", arn: user("alice") },
    "person",
    "alice",
    null,
    null,
    "alice",
  ],
  [
    "an IAM user by ARN alone",
    { type: "IAMUser", arn: user("team/alice") },
    "person",
    "alice",
    null,
    null,
    "alice",
  ],
  ["the older word for an IAM user", { type: "User", userName: "bob" }, "person", "bob", null, null, "bob"],
  [
    "a failed sign-in, whose user AWS hides",
    { type: "IAMUser", accountId: account, userName: "HIDDEN_DUE_TO_SECURITY_REASONS", accessKeyId: "" },
    ...(["person", "HIDDEN_DUE_TO_SECURITY_REASONS", null, null, "HIDDEN_DUE_TO_SECURITY_REASONS"] as const),
  ],
  [
    "root",
    { type: "Root", arn: `arn:aws:iam::${account}:root`, accountId: account },
    "root",
    "root",
    null,
    null,
    null,
  ],
  ["root with an alias", { type: "Root", userName: "acme-prod" }, "root", "root", null, null, null],
  [
    "a role session",
    { ...session("Deploy", "run-17"), sessionContext: issuer("Deploy", "ci/") },
    ...(["role", "Deploy", "Deploy", "run-17", null] as const),
  ],
  [
    "a role session without its issuer",
    session("Deploy", "run-17"),
    "role",
    "Deploy",
    "Deploy",
    "run-17",
    null,
  ],
  [
    "a role session with an empty issuer",
    { ...session("Deploy", "run-17"), sessionContext: { sessionIssuer: {} } },
    ...(["role", "Deploy", "Deploy", "run-17", null] as const),
  ],
  [
    "a role session known by its issuer's ARN",
    {
      type: "AssumedRole",
      principalId: "AROA:run-17",
      sessionContext: { sessionIssuer: { arn: "arn:aws:iam::1:role/x/Deploy" } },
    },
    ...(["role", "Deploy", "Deploy", "run-17", null] as const),
  ],
  [
    "a session whose role is not told, never under the session's name",
    { type: "AssumedRole", principalId: "AROAEXAMPLE:alice" },
    ...(["role", "AROAEXAMPLE:alice", null, "alice", null] as const),
  ],
  [
    "an instance's role",
    { ...session("web", "i-0abc12de34fa56b78"), sessionContext: issuer("web") },
    ...(["role", "web", "web", "i-0abc12de34fa56b78", null] as const),
  ],
  [
    "a person of Identity Center",
    { ...session(sso, "carol@example.com"), sessionContext: issuer(sso, "aws-reserved/sso.amazonaws.com/") },
    ...(["person", "carol@example.com", sso, "carol@example.com", "carol@example.com"] as const),
  ],
  [
    "a session in China",
    { type: "AssumedRole", arn: `arn:aws-cn:sts::${account}:assumed-role/Deploy/run` },
    ...(["role", "Deploy", "Deploy", "run", null] as const),
  ],
  [
    "GetFederationToken",
    {
      type: "FederatedUser",
      principalId: `${account}:kiosk`,
      arn: `arn:aws:sts::${account}:federated-user/kiosk`,
      sessionContext: { sessionIssuer: { type: "IAMUser", userName: "broker" } },
    },
    ...(["federated", "kiosk", null, null, "broker"] as const),
  ],
  [
    "web identity",
    {
      type: "WebIdentityUser",
      principalId: "arn:aws:iam::1:oidc-provider/x:aud:sub",
      userName: "repo:acme/app",
    },
    ...(["federated", "repo:acme/app", null, null, "repo:acme/app"] as const),
  ],
  ["SAML", { type: "SAMLUser", principalId: "SAML:dave" }, "federated", "SAML:dave", null, null, null],
  [
    "another account",
    { type: "AWSAccount", principalId: "AROAEXAMPLE:audit", accountId: "444455556666" },
    ...(["account", "444455556666", null, "audit", null] as const),
  ],
  [
    "a service",
    { type: "AWSService", invokedBy: "ec2.amazonaws.com" },
    "service",
    "ec2.amazonaws.com",
    null,
    null,
    null,
  ],
  ["a service by its address", { type: "AWSService" }, "service", "config.amazonaws.com", null, null, null],
  [
    "a service without a type",
    { accountId: account, invokedBy: "rds.amazonaws.com" },
    "service",
    "rds.amazonaws.com",
    null,
    null,
    null,
  ],
  [
    "Identity Center's own type",
    {
      type: "IdentityCenterUser",
      onBehalfOf: { userId: "u-1", identityStoreArn: "arn:aws:identitystore::1:identitystore/d-1" },
    },
    ...(["person", "u-1", null, null, null] as const),
  ],
  [
    "type Role",
    { type: "Role", arn: `arn:aws:iam::${account}:role/x/Audit` },
    "role",
    "Audit",
    "Audit",
    null,
    null,
  ],
  [
    "type Unknown with a session's ARN",
    { type: "Unknown", arn: `arn:aws:sts::${account}:assumed-role/${sso}/erin` },
    ...(["person", "erin", sso, "erin", "erin"] as const),
  ],
  [
    "a masked type and ARN beside the role that issued the session",
    { type: "...", arn: "...", principalId: "AROA:run", sessionContext: issuer("Deploy") },
    ...(["role", "Deploy", "Deploy", "run", null] as const),
  ],
  ["an ARN in place of the object", user("frank"), "person", "frank", null, null, "frank"],
  ["a text in place of the object", "somebody", "unknown", "somebody", null, null, null],
  ["nothing", undefined, "unknown", "unknown", null, null, null],
  ["null", null, "unknown", "unknown", null, null, null],
  ["an empty object", {}, "unknown", "unknown", null, null, null],
  ["numbers where text belongs", { type: "IAMUser", userName: 7 }, "person", "7", null, null, "7"],
];

describe("readIdentity", () => {
  it.each(CASES)("knows %s", (_what, userIdentity, kind, name, role, sessionName, userName) => {
    const identity = readIdentity(userIdentity, "config.amazonaws.com");
    expect(identity.actor).toMatchObject({ kind, name, role, session: sessionName });
    expect(identity.user).toBe(userName);
  });

  it("keeps ARN, key and the service in between; an empty key is none", () => {
    const { actor, principal, type } = readIdentity(
      { type: "IAMUser", arn: user("alice"), accessKeyId: "", invokedBy: "athena.amazonaws.com" },
      null,
    );
    expect(actor).toMatchObject({ arn: user("alice"), accessKeyId: null, via: "athena.amazonaws.com" });
    expect([principal, type]).toEqual([user("alice"), "IAMUser"]);
  });

  it.each([
    [true, true],
    ["true", true],
    ["False", false],
    ["...", null],
    [undefined, null],
  ])("reads mfaAuthenticated %j as %j", (mfaAuthenticated, expected) => {
    expect(readIdentity({ sessionContext: { attributes: { mfaAuthenticated } } }, null).mfa).toBe(expected);
  });

  it("never throws", () => {
    const loose = fc.record(
      {
        type: fc.constantFrom(
          "Root",
          "IAMUser",
          "AssumedRole",
          "FederatedUser",
          "AWSAccount",
          "AWSService",
          "Unknown",
          1,
        ),
        arn: fc.oneof(
          fc.jsonValue(),
          fc.constantFrom("arn:", "arn:aws:sts::1:assumed-role", "arn:aws:sts::1:assumed-role//"),
        ),
        principalId: fc.jsonValue(),
        sessionContext: fc.oneof(
          fc.jsonValue(),
          fc.record({ sessionIssuer: fc.jsonValue(), attributes: fc.jsonValue() }),
        ),
      },
      { requiredKeys: [] },
    );
    fc.assert(fc.property(fc.oneof(loose, fc.jsonValue()), (value) => void readIdentity(value, null)));
  });
});
