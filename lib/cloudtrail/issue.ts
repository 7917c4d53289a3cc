import { type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import { type Issue, isAccessKeyId, type Party } from "#lib/event/credential.ts";

/**
 * The credential that a record issued; null for all the records that issue none. Which key a call issued AWS writes
 * in its answer (IAM user guide, "Logging IAM and AWS STS API calls with AWS CloudTrail"); a console sign-in issues
 * a session without a word about its key, and Identity Center's portal hides the key of the session that it opens.
 */
export function readIssue(record: JsonObject, eventName: string, party: Party): Issue | null {
  if (textOf(record["errorCode"]) !== null) return null;
  const sharedEventId = textOf(record["sharedEventID"]);
  const common: Issue = {
    account: receiverOf(record, party),
    how: eventName,
    sharedEventId,
    key: null,
    target: null,
    holder: null,
    grant: null,
  };
  const answer = record["responseElements"];
  if (record["eventSource"] === "sso.amazonaws.com") return portalChoice(record, common);
  if (eventName === "ConsoleLogin") {
    // A session that has a date of its own already is the one that signs in: nothing is issued.
    const isIssued = memberOf(answer, "ConsoleLogin") === "Success" && party.createdAt === null;
    return isIssued && party.principalId !== null ? { ...common, target: party.principalId } : null;
  }
  const key =
    keyOf(memberOf(answer, "credentials"), "accessKeyId") ??
    keyOf(memberOf(answer, "accessKey"), "accessKeyId");
  const target = record["eventSource"] === "sts.amazonaws.com" ? targetOf(record, eventName, party) : null;
  if (key === null && target === null) return null;
  // GetSigninToken answers with the key that it was called with.
  return key !== null && key === party.key ? null : { ...common, key, target, holder: holderOf(record) };
}

/** What is no account's number may be of any length, and this is part of a key. */
const LONGEST_ACCOUNT = 64;

function receiverOf(record: JsonObject, party: Party): string {
  const account = textOf(record["recipientAccountId"]) ?? party.account ?? "";
  return account.length > LONGEST_ACCOUNT ? "" : account;
}

function keyOf(holder: unknown, name: string): string | null {
  const key = textOf(memberOf(holder, name));
  return key !== null && isAccessKeyId(key) ? key : null;
}

/** Who the new session is, in the words in which it will call. */
function targetOf(record: JsonObject, eventName: string, party: Party): string | null {
  const answer = record["responseElements"];
  if (answer === null || answer === undefined) return null;
  if (eventName === "GetSessionToken") return party.principalId;
  const told =
    textOf(memberOf(memberOf(answer, "assumedRoleUser"), "assumedRoleId")) ??
    textOf(memberOf(memberOf(answer, "federatedUser"), "federatedUserId"));
  if (told !== null || !eventName.startsWith("AssumeRole")) return told;
  const request = record["requestParameters"];
  const role = textOf(memberOf(request, "roleArn"));
  const session = textOf(memberOf(request, "roleSessionName"));
  return role === null || session === null ? null : `${role}:${session}`;
}

function holderOf(record: JsonObject): string | null {
  const role = textOf(memberOf(record["requestParameters"], "roleArn"));
  return role ?? textOf(memberOf(memberOf(record["responseElements"], "accessKey"), "userName"));
}

const PORTAL_CHOICES: ReadonlySet<string> = new Set(["Federate", "GetRoleCredentials"]);

/** Identity Center's portal: a person chose an account and a permission set there. */
function portalChoice(record: JsonObject, common: Issue): Issue | null {
  if (!PORTAL_CHOICES.has(common.how)) return null;
  const details = record["serviceEventDetails"];
  const account = textOf(memberOf(details, "account_id"));
  const permissionSet = textOf(memberOf(details, "role_name"));
  return account === null || permissionSet === null ? null : { ...common, grant: { account, permissionSet } };
}
