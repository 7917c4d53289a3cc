import { describe, expect, it } from "vitest";
import { indexedWith } from "#lib/cloudtrail/testing/base-record.ts";

const amy = { type: "IAMUser", userName: "amy", arn: "arn:aws:iam::111122223333:user/amy" };
const temporary = { ...amy, accessKeyId: "ASIAEXAMPLEWAYMARK03" };
const attributes = (created = "2017-05-01T10:00:00Z") => ({ attributes: { creationDate: created } });
const role = { type: "Role", arn: "arn:aws:iam::111122223333:role/Deploy", userName: "Deploy" };

/** What was delivered, and how the caller got in. */
const SIGN_INS: readonly (readonly [what: string, record: Record<string, unknown>, signIn: string | null])[] =
  [
    ["a long-lived key", { userIdentity: { ...amy, accessKeyId: "AKIAEXAMPLEWAYMARK02" } }, "access-key"],
    ["a temporary key of a user", { userIdentity: { ...temporary, sessionContext: attributes() } }, null],
    [
      "the console",
      {
        userIdentity: { ...temporary, sessionContext: attributes() },
        sessionCredentialFromConsole: "true",
      },
      "console",
    ],
    [
      "the console before it said so",
      { userIdentity: { ...temporary, sessionContext: attributes(), invokedBy: "signin.amazonaws.com" } },
      "console",
    ],
    [
      "root at the console before it said so",
      { userIdentity: { type: "Root", accountId: "111122223333", invokedBy: "signin.amazonaws.com" } },
      "console",
    ],
    [
      "a service in between",
      { userIdentity: { ...temporary, sessionContext: attributes(), invokedBy: "athena.amazonaws.com" } },
      null,
    ],
    ["a service", { userIdentity: { type: "AWSService", invokedBy: "rds.amazonaws.com" } }, "service"],
    [
      "a service without a type",
      { userIdentity: { accountId: "111122223333", invokedBy: "rds.amazonaws.com" } },
      "service",
    ],
    [
      "a session of unknown type that a role issued",
      { userIdentity: { type: "...", arn: "...", sessionContext: { sessionIssuer: role } } },
      "role",
    ],
    ["nobody", { userIdentity: null }, null],
  ];

describe("how a caller signed in", () => {
  it.each(SIGN_INS)("is read of %s", (_what, record, signIn) => {
    expect(indexedWith(record).party.signIn).toBe(signIn);
  });
});
