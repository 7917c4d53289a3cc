import { cutText } from "#lib/base/cut-text.ts";
import { readCategory } from "#lib/cloudtrail/category.ts";
import { asUuid, canonicalJson, contentUuid } from "#lib/cloudtrail/content-uuid.ts";
import { readEventName } from "#lib/cloudtrail/event-name.ts";
import { eventTimeValue, formatEventTime, readEventTime } from "#lib/cloudtrail/event-time.ts";
import { type Identity, readIdentity } from "#lib/cloudtrail/identity.ts";
import type { RecordEvent, RecordReading, RefusedRecord } from "#lib/cloudtrail/indexed-record.ts";
import { readIssue } from "#lib/cloudtrail/issue.ts";
import { booleanOf, isJsonObject, type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";
import { readOutcome } from "#lib/cloudtrail/outcome.ts";
import { readParty } from "#lib/cloudtrail/party.ts";
import { rankResources } from "#lib/cloudtrail/rank-resources.ts";
import { readReadOnly } from "#lib/cloudtrail/read-only.ts";
import { addListedResources, addS3Object, createResourceFinder } from "#lib/cloudtrail/resources.ts";
import { quoteRoughNumbers } from "#lib/cloudtrail/rough-numbers.ts";
import { MAX_RECORD_DEPTH } from "#lib/cloudtrail/split-types.ts";
import { addFieldTerms, type FieldValues, walkRecord } from "#lib/cloudtrail/terms.ts";
import { addTypedResources } from "#lib/cloudtrail/typed-resources.ts";

/** What a person reads of one event; the terms hold all. */
const MAX_LISTED_RESOURCES = 200;

/**
 * One record as it was delivered, read as readRecord does, its numbers to the last digit. @throws SyntaxError where
 * it is no JSON
 */
export function readRecordText(text: string): RecordReading {
  return readRecord(JSON.parse(text), text);
}

/**
 * One parsed record as an event with its terms, or the reason why it cannot be one. Never throws, whatever the
 * JSON: only a record that is no object, has no readable time, no name, or nests beyond reason is refused; every
 * other oddity is read as well as it can be. `text`: the JSON that the value was parsed from, where it is at hand.
 */
export function readRecord(value: unknown, text: string | null = null): RecordReading {
  if (!isJsonObject(value)) return refuse("not-an-object", `Expected an object, found ${nameFound(value)}.`);
  const foreign = foreignSource(value);
  if (foreign !== null)
    return refuse("not-cloudtrail", `This is a message of ${foreign}, not a CloudTrail record.`);
  const eventName = readEventName(value);
  if (eventName === null) {
    return refuse("no-event-name", `The record has no eventName: found ${nameFound(value["eventName"])}.`);
  }
  const timeValue = eventTimeValue(value);
  if (timeValue === undefined || timeValue === null || timeValue === "") {
    return refuse("no-event-time", `The record has no eventTime: found ${nameFound(value["eventTime"])}.`);
  }
  const time = readEventTime(timeValue);
  if (time === null)
    return refuse("bad-event-time", `The eventTime is no time: found ${nameFound(timeValue)}.`);
  return readNamed(value, eventName, timeValue, time, text);
}

function readNamed(
  record: JsonObject,
  eventName: string,
  timeValue: unknown,
  time: number,
  text: string | null,
): RecordReading {
  const source = textOf(record["eventSource"]) ?? textOf(memberOf(record["insightDetails"], "eventSource"));
  const finder = createResourceFinder(record, source ?? "", eventName);
  addListedResources(finder, record["resources"]);
  addS3Object(finder, record["requestParameters"], textOf(record["awsRegion"]));
  addTypedResources(finder, record);
  const walk = walkRecord(record, finder);
  if (walk === null) return refuse("too-deep", `The record nests deeper than ${MAX_RECORD_DEPTH} levels.`);
  const exact = walk.hasRough && text !== null ? quoteRoughNumbers(text) : text;
  if (exact !== null && exact !== text) return readRecord(JSON.parse(exact));

  const found = [...finder.found.values()];
  const sourceIp = textOf(record["sourceIPAddress"]);
  const identity = readIdentity(record["userIdentity"], sourceIp);
  const eventId = textOf(record["eventID"]) ?? textOf(record["eventId"]);
  const uuid = uuidOf(record, eventId);
  const errorCode = textOf(record["errorCode"]);
  const event: RecordEvent = {
    eventId: eventId ?? uuid,
    eventTime: formatEventTime(timeValue, time),
    eventName,
    eventSource: source ?? "unknown",
    readOnly: readReadOnly(record, eventName),
    category: readCategory(record),
    account: accountOf(record),
    region: textOf(record["awsRegion"]),
    actor: identity.actor,
    sourceIp,
    userAgent: textOf(record["userAgent"]),
    outcome: readOutcome(record, errorCode),
    errorCode,
    resources: rankResources(found, eventName).slice(0, MAX_LISTED_RESOURCES),
  };
  addFieldTerms(walk, fieldsOf(event, source, identity, record), found);
  const { terms, uniqueTerms } = walk;
  const party = readParty(record, { ...identity, mfa: identity.mfa ?? mfaOfSignIn(record) });
  const issue = readIssue(record, eventName, party);
  return { kind: "indexed", record: { event, uuid, time, terms, uniqueTerms, party, issue } };
}

/** One value for each field of the catalogue that the record itself answers; resources and request ids go apart. */
function fieldsOf(
  event: RecordEvent,
  source: string | null,
  identity: Identity,
  record: JsonObject,
): FieldValues {
  const mfa = identity.mfa ?? mfaOfSignIn(record);
  return {
    event: event.eventName,
    service: source,
    actor: event.actor.name,
    user: identity.user,
    role: event.actor.role,
    session: event.actor.session,
    principal: identity.principal,
    identity: identity.type,
    key: event.actor.accessKeyId,
    via: event.actor.via,
    ip: event.sourceIp,
    agent: event.userAgent,
    account: event.account,
    region: event.region,
    error: event.errorCode,
    outcome: event.outcome,
    readOnly: String(event.readOnly),
    category: event.category,
    mfa: mfa === null ? null : String(mfa),
  };
}

/** A console sign-in tells of the second factor in words of its own. */
function mfaOfSignIn(record: JsonObject): boolean | null {
  const used = memberOf(record["additionalEventData"], "MFAUsed");
  return used === "Yes" ? true : used === "No" ? false : booleanOf(used);
}

/** Aggregated records say `accountId` for `recipientAccountId`; before eventVersion 1.02 only the caller's is there. */
function accountOf(record: JsonObject): string | null {
  return (
    textOf(record["recipientAccountId"]) ??
    textOf(record["accountId"]) ??
    textOf(memberOf(record["userIdentity"], "accountId"))
  );
}

/**
 * AWS's id where it is a UUID. Other ids come from masked or edited logs, where many records share one, its time and
 * its name: like records without any id, they are known by all they hold, so that none is taken for another.
 */
function uuidOf(record: JsonObject, eventId: string | null): string {
  return (eventId === null ? null : asUuid(eventId)) ?? contentUuid(canonicalJson(record));
}

/** S3, SNS and SQS messages also come as `Records` with times and names; CloudTrail's sources are DNS names. */
function foreignSource(record: JsonObject): string | null {
  const source = record["eventSource"] ?? record["EventSource"];
  return typeof source === "string" && source.startsWith("aws:") ? source : null;
}

function refuse(code: RefusedRecord["code"], message: string): RecordReading {
  return { kind: "refused", refusal: { code, message } };
}

/** A few words on what stands where something else was expected. */
function nameFound(value: unknown): string {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return "an array";
  if (value !== null && typeof value === "object") return "an object";
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return cutText(text, 60);
}
