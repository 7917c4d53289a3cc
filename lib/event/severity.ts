import { leafAt } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import type { Event } from "#lib/event/event.ts";
import { plainEventName } from "#lib/event/plain-event-name.ts";
import { shortService } from "#lib/event/short-service.ts";

/**
 * Why an event is worth a second look. An event may have several.
 * - `destructive`: takes something away, stops it, or turns off what would have recorded it
 * - `sensitive-read`: hands out a secret, a password or what one was encrypted for
 * - `denied`: was refused
 * - `root`: by the account's root user
 * - `sign-in`: somebody signed in to the console, or tried to
 */
export type Severity = "destructive" | "sensitive-read" | "denied" | "root" | "sign-in";

const REMOVES =
  /^(?:Batch)?(?:Delete|Terminate|Revoke|Disable|Stop|Suspend|Detach|Deregister|Deactivate|Disassociate|Remove|Destroy|Purge|Cancel|Reset|Reject|Release|Retire|Shutdown|Unassign|Withdraw|Leave|Close|Schedule[A-Za-z]*Deletion)(?![a-z])/;

/** Calls whose answer is a secret. */
const SECRETS: ReadonlySet<string> = new Set([
  "secretsmanager:GetSecretValue",
  "secretsmanager:BatchGetSecretValue",
  "ec2:GetPasswordData",
  "ec2:GetConsoleScreenshot",
  "lightsail:DownloadDefaultKeyPair",
  "lightsail:GetInstanceAccessDetails",
  "redshift:GetClusterCredentials",
  "redshift:GetClusterCredentialsWithIAM",
  "codeartifact:GetAuthorizationToken",
  "kms:Decrypt",
]);

/** Parameter Store's readers: they hand out secrets where they are asked to decrypt. */
const PARAMETERS: ReadonlySet<string> = new Set([
  "ssm:GetParameter",
  "ssm:GetParameters",
  "ssm:GetParametersByPath",
  "ssm:GetParameterHistory",
]);

const SIGN_INS: ReadonlySet<string> = new Set(["signin:ConsoleLogin", "signin:SwitchRole", "sso:Federate"]);

/**
 * The severities of an event, the gravest first. The record tells whether a parameter was read decrypted; without
 * it (in lists) that is not known, and such a read is not marked. Services decrypt all day for whoever uses what is
 * encrypted, so what a service did for a caller is no sensitive read.
 */
export function severitiesOf(event: Event, record: JsonNode | null = null): readonly Severity[] {
  const name = plainEventName(event.eventName);
  const call = `${shortService(event.eventSource)}:${name}`;
  const found: Severity[] = [];
  if ((!event.readOnly && REMOVES.test(name)) || isTurnedOff(call, record)) found.push("destructive");
  if (isSensitiveRead(call, event, record)) found.push("sensitive-read");
  if (event.outcome === "denied") found.push("denied");
  if (event.actor.kind === "root") found.push("root");
  if (SIGN_INS.has(call)) found.push("sign-in");
  return found;
}

/** GuardDuty is turned off by a change of its detector, which only the record tells. */
function isTurnedOff(call: string, record: JsonNode | null): boolean {
  return call === "guardduty:UpdateDetector" && leafAt(record, "requestParameters", "enable") === "false";
}

function isSensitiveRead(call: string, { actor }: Event, record: JsonNode | null): boolean {
  if (actor.kind === "service" || actor.via !== null) return false;
  if (SECRETS.has(call)) return true;
  return PARAMETERS.has(call) && leafAt(record, "requestParameters", "withDecryption") === "true";
}

/** What each is called, and what it means, for hints and readers. */
export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly word: string; readonly about: string }>> = {
  destructive: { word: "destructive", about: "removes or stops something, or turns off a guard" },
  "sensitive-read": { word: "sensitive read", about: "hands out a secret, or decrypts one" },
  denied: { word: "denied", about: "was refused" },
  root: { word: "root", about: "by the account's root user" },
  "sign-in": { word: "sign-in", about: "a sign-in to the console" },
};
