import { isUuid } from "#lib/base/uuid.ts";
import { isAccessKeyId } from "#lib/event/credential.ts";
import { formatText } from "#lib/search/format-query.ts";
import { parseAddress, parseRange } from "#lib/search/ip-range.ts";
import { recogniseArn } from "#lib/search/recognise-arn.ts";
import { recogniseLink } from "#lib/search/recognise-link.ts";
import { recogniseRecord } from "#lib/search/recognise-record.ts";
import type { Recognised } from "#lib/search/recognised.ts";
import { REGION } from "#lib/search/region-name.ts";

/** 17 hexadecimal digits, 8 in ids from before 2018. */
const RESOURCE_ID = /^[a-z]{1,8}(?:-[a-z]{2,8})?-(?:[0-9a-f]{17}|[0-9a-f]{8})$/i;
/** Ids of IAM, by prefix: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html */
const UNIQUE_ID = /^(?:AROA|AIDA|AGPA|ANPA|AIPA)[A-Z0-9]{12,124}(?::\S+)?$/;
const ACCOUNT = /^\d{12}$/;
const SERVICE = /^[a-z0-9-]+\.amazonaws\.com$/;
const EMAIL = /^[^\s@"()]+@[^\s@"()]+\.[a-z]{2,}$/i;

/**
 * Reads text that was pasted or typed as the one thing it is: an ARN, an id, a key, an address, an account, a link of
 * the AWS console, a CloudTrail record. Empty where it is none of them, or a query already.
 */
export function recognise(pasted: string): readonly Recognised[] {
  const text = unwrapped(pasted.trim());
  if (text === "") return [];
  if (/^[{[]/.test(text)) return recogniseRecord(text);
  if (/\s/.test(text)) return [];
  if (/^https?:\/\//i.test(text)) return recogniseLink(text);
  if (text.startsWith("arn:")) return recogniseArn(text);
  return recogniseId(text);
}

/** Quotation marks and a comma at the end come along when a value is copied out of JSON. */
function unwrapped(text: string): string {
  return /^"([^"\\]*)",?$/.exec(text)?.[1] ?? text.replace(/^'([^']*)',?$/, "$1");
}

function search(label: string, name: string, value: string): Recognised {
  return { kind: "search", label, q: `${name}:${formatText(value)}` };
}

function recogniseId(text: string): readonly Recognised[] {
  if (isAccessKeyId(text)) {
    return [
      search("Everything this access key did", "key", text),
      search("Everything done to this access key", "resource", text),
    ];
  }
  if (isUuid(text)) {
    return [
      { kind: "event", label: "Open the event with this id", eventId: text.toLowerCase() },
      search("Everything of the request with this id", "request", text),
      { kind: "search", label: "Any event that holds this id", q: text },
    ];
  }
  if (RESOURCE_ID.test(text)) return [search("Everything that touched this resource", "resource", text)];
  if (ACCOUNT.test(text)) {
    return [
      search("Everything in this account", "account", text),
      { kind: "search", label: "Any event that names this account", q: text },
    ];
  }
  if (UNIQUE_ID.test(text)) {
    const [id = text, session] = text.split(":");
    const path = "userIdentity.principalId";
    return [
      search("Everything this principal did", path, text),
      ...(session === undefined ? [{ ...wild("In any of its sessions", path, id) }] : []),
    ];
  }
  return recogniseName(text);
}

function wild(label: string, name: string, beginning: string): Recognised {
  return { kind: "search", label, q: `${name}:${beginning}*` };
}

function recogniseName(text: string): readonly Recognised[] {
  if (parseAddress(text) !== null) return [search("Everything from this address", "ip", text)];
  if (text.includes("/") && !("wrong" in parseRange(text))) {
    return [search("Everything from this range of addresses", "ip", text)];
  }
  if (REGION.test(text)) return [search("Everything in this region", "region", text)];
  if (SERVICE.test(text)) {
    const name = text.slice(0, -".amazonaws.com".length);
    return [
      search("Calls to this service", "service", name),
      search("Calls that this service made", "actor", text),
    ];
  }
  if (EMAIL.test(text)) {
    const value = formatText(text);
    return [
      {
        kind: "search",
        label: "Everything this person did",
        q: `actor:${value} OR session:${value} OR user:${value}`,
      },
    ];
  }
  return [];
}
