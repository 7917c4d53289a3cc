import type { Event, Severity } from "#lib/event/event.ts";
import { plainEventName } from "#lib/event/plain-event-name.ts";
import { shortService } from "#lib/event/short-service.ts";

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

type Judged = Pick<Event, "eventName" | "eventSource" | "readOnly" | "outcome" | "actor">;

/** Whether the record has this value at this path. The index of terms tells it of every event that was ever loaded. */
type Says = (path: string, value: string) => boolean;

/**
 * The severities of an event, the gravest first. Services decrypt all day for whoever uses what is encrypted, so what a
 * service did for a caller is no sensitive read.
 */
export function severitiesOf(event: Judged, says: Says): readonly Severity[] {
  const name = plainEventName(event.eventName);
  const call = `${shortService(event.eventSource)}:${name}`;
  const found: Severity[] = [];
  if ((!event.readOnly && REMOVES.test(name)) || isTurnedOff(call, says)) found.push("destructive");
  if (isSensitiveRead(call, event, says)) found.push("sensitive-read");
  if (event.outcome === "denied") found.push("denied");
  if (event.actor.kind === "root") found.push("root");
  if (SIGN_INS.has(call)) found.push("sign-in");
  return found;
}

/** GuardDuty is turned off by a change of its detector, which only the record tells. */
function isTurnedOff(call: string, says: Says): boolean {
  return call === "guardduty:UpdateDetector" && says("requestParameters.enable", "false");
}

function isSensitiveRead(call: string, { actor }: Judged, says: Says): boolean {
  if (actor.kind === "service" || actor.via !== null) return false;
  if (SECRETS.has(call)) return true;
  return PARAMETERS.has(call) && says("requestParameters.withDecryption", "true");
}
