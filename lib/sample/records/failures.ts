import type { Call, Caller } from "#lib/sample/records/record.ts";

/** Calls that did not succeed: the same call with an error in place of its answer. */

const EC2_STYLE: ReadonlySet<string> = new Set(["ec2"]);

function failed(call: Call, code: string, message: string): Call {
  const { responseJson: _, ...rest } = call;
  return { ...rest, error: { code, message } };
}

/** Refused for want of permission. EC2 has its own code for it. */
export function denied(call: Call, caller: Caller, resource = "*"): Call {
  const who = `User: ${caller.name} is not authorized to perform: ${call.service}:${actionOf(call)} on resource: ${resource}`;
  const why = `because no identity-based policy allows the ${call.service}:${actionOf(call)} action`;
  if (!EC2_STYLE.has(call.service)) return failed(call, "AccessDenied", `${who} ${why}`);
  return failed(
    call,
    "Client.UnauthorizedOperation",
    `You are not authorized to perform this operation. ${who} ${why}`,
  );
}

/** Lambda writes the version of its interface into event names, which the action does not carry. */
function actionOf(call: Call): string {
  return call.name.replace(/\d{8}(v\d)?$/, "");
}

/** Refused because too many came at once. */
export function throttled(call: Call): Call {
  if (EC2_STYLE.has(call.service))
    return failed(call, "Client.RequestLimitExceeded", "Request limit exceeded.");
  return failed(call, "ThrottlingException", "Rate exceeded");
}

/** What was asked for is not there. */
export function notFound(call: Call, message: string): Call {
  const code = call.service === "iam" ? "NoSuchEntityException" : "ResourceNotFoundException";
  return failed(call, code, message);
}
