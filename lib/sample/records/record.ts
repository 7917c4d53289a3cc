import { isoTime } from "#lib/sample/calendar.ts";
import { s3RequestId, uuid } from "#lib/sample/invent-id.ts";
import type { Place } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";

/** Who makes a call, and with what. */
export type Caller = {
  /** JSON text of `userIdentity`. */
  readonly identity: string;
  /** The principal's ARN, or the service's name: what error messages call the caller. */
  readonly name: string;
  readonly ip: string;
  readonly agent: string;
  /** A service that calls has no TLS details. */
  readonly kind: "client" | "console" | "service";
};

/** What is called. Texts named `…Json` are JSON, put into the record as they are. */
export type Call = {
  /** Without `.amazonaws.com`. */
  readonly service: string;
  readonly name: string;
  readonly readOnly: boolean;
  readonly requestJson?: string;
  readonly responseJson?: string;
  readonly additionalJson?: string;
  readonly resourcesJson?: string;
  readonly serviceDetailsJson?: string;
  /** A failed sign-in has a message without a code. */
  readonly error?: { readonly code: string | null; readonly message: string };
  readonly category?: "Management" | "Data";
  readonly eventType?: "AwsApiCall" | "AwsServiceEvent" | "AwsConsoleSignIn" | "AwsConsoleAction";
  readonly sharedEventId?: string;
  /** Set where two records tell of one request. */
  readonly requestId?: string;
  /** The host that the client asked for, where it is not the service's usual one. */
  readonly host?: string;
  readonly vpcEndpointId?: string;
};

const VERSIONS: ReadonlyMap<string, string> = new Map([
  ["sts", "1.08"],
  ["signin", "1.08"],
  ["sso", "1.08"],
  ["autoscaling", "1.08"],
  ["cloudformation", "1.09"],
  ["config", "1.09"],
  ["ecr", "1.10"],
  ["lambda", "1.10"],
  ["dynamodb", "1.10"],
]);
const NEWEST_VERSION = "1.11";

/** One record as JSON text, its fields in the order in which CloudTrail writes them. */
export function writeRecord(place: Place, time: number, caller: Caller, call: Call, random: Random): string {
  const { service } = call;
  const requestId = call.requestId ?? inventRequestId(service, random);
  const data = call.category === "Data";
  const host = call.host ?? `${service}.${place.region}.amazonaws.com`;
  return (
    `{"eventVersion":"${VERSIONS.get(service) ?? NEWEST_VERSION}","userIdentity":${caller.identity},` +
    `"eventTime":"${isoTime(time)}","eventSource":"${service}.amazonaws.com","eventName":"${call.name}",` +
    `"awsRegion":"${place.region}","sourceIPAddress":"${caller.ip}","userAgent":"${caller.agent}",` +
    errorFields(call) +
    `"requestParameters":${call.requestJson ?? "null"},"responseElements":${call.responseJson ?? "null"},` +
    (call.additionalJson === undefined ? "" : `"additionalEventData":${call.additionalJson},`) +
    `"requestID":"${requestId}","eventID":"${uuid(random)}","readOnly":${call.readOnly},` +
    (call.resourcesJson === undefined ? "" : `"resources":${call.resourcesJson},`) +
    `"eventType":"${call.eventType ?? "AwsApiCall"}","managementEvent":${!data},"recipientAccountId":"${place.account}",` +
    (call.sharedEventId === undefined ? "" : `"sharedEventID":"${call.sharedEventId}",`) +
    (call.vpcEndpointId === undefined
      ? ""
      : `"vpcEndpointId":"${call.vpcEndpointId}","vpcEndpointAccountId":"${place.account}",`) +
    (call.serviceDetailsJson === undefined ? "" : `"serviceEventDetails":${call.serviceDetailsJson},`) +
    `"eventCategory":"${call.category ?? "Management"}"${clientFields(caller, host)}}`
  );
}

function inventRequestId(service: string, random: Random): string {
  return service === "s3" ? s3RequestId(random) : uuid(random);
}

function errorFields(call: Call): string {
  if (call.error === undefined) return "";
  const code = call.error.code === null ? "" : `"errorCode":"${call.error.code}",`;
  return `${code}"errorMessage":${JSON.stringify(call.error.message)},`;
}

function clientFields(caller: Caller, host: string): string {
  if (caller.kind === "service") return "";
  const tls = `,"tlsDetails":{"tlsVersion":"TLSv1.3","cipherSuite":"TLS_AES_128_GCM_SHA256","clientProvidedHostHeader":"${host}"}`;
  return caller.kind === "console" ? `${tls},"sessionCredentialFromConsole":"true"` : tls;
}
