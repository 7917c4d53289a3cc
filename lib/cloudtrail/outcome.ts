import { isJsonObject, type JsonObject, textOf } from "#lib/cloudtrail/json-value.ts";
import type { Outcome } from "#lib/event/event.ts";

/**
 * Error codes that mean "not allowed", over all services: AccessDenied, AccessDeniedException,
 * Client.UnauthorizedOperation, VpceAccessDenied (a VPC endpoint policy), AuthorizationError, UnauthorizedAccess,
 * NotAuthorizedException, Client.AuthFailure, Forbidden …
 */
const DENIED =
  /AccessDenied|Unauthorized|NotAuthorized|Authorization(?:Error|Failure)|AuthFailure|Forbidden/i;

/** What became of the call. A failed sign-in has no error code: its answer says `Failure`. */
export function readOutcome(record: JsonObject, errorCode: string | null): Outcome {
  if (errorCode !== null) return DENIED.test(errorCode) ? "denied" : "failed";
  if (isFailedSignIn(record)) return "denied";
  return textOf(record["errorMessage"]) === null ? "success" : "failed";
}

/** `ConsoleLogin` answers under the event's own name; Identity Center tells in `serviceEventDetails`. */
function isFailedSignIn(record: JsonObject): boolean {
  const name = record["eventName"];
  if (typeof name !== "string") return false;
  for (const answers of [record["responseElements"], record["serviceEventDetails"]]) {
    if (isJsonObject(answers) && Object.hasOwn(answers, name) && answers[name] === "Failure") return true;
  }
  return false;
}
