import { type Field, type FieldId, findField } from "#lib/event/fields.ts";
import { parseAddress, parseRange } from "#lib/search/ip-range.ts";
import { suggestField } from "#lib/search/suggest-field.ts";

/** What the word before a colon names. */
export type Name =
  | { readonly kind: "field"; readonly field: Field & { readonly id: FieldId } }
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "is" }
  /** Surely meant as a field, but none of that name exists. */
  | { readonly kind: "unknown"; readonly typed: string; readonly suggestion: FieldId | null }
  /** Understood, and not possible. */
  | { readonly kind: "wrong"; readonly message: string };

export type TypedName = {
  /** The text before the first colon of a word, escapes resolved. */
  readonly name: string;
  /** What follows the colon in the same word. */
  readonly rest: string;
  /** True where a value, quoted text or a group follows the colon directly. */
  readonly hasValue: boolean;
  /** True where the name holds a live `*`. */
  readonly hasWildcard: boolean;
};

/** Top-level names of a CloudTrail record (event versions 1.0 to 1.11, Insights and aggregated events). */
const TOP_LEVEL = new Map(
  [
    "accountId",
    "addendum",
    "additionalEventData",
    "apiVersion",
    "edgeDeviceDetails",
    "errorMessage",
    "eventContext",
    "eventId",
    "eventType",
    "eventVersion",
    "insightDetails",
    "managementEvent",
    "requestParameters",
    "resources",
    "responseElements",
    "serviceEventDetails",
    "sessionCredentialFromConsole",
    "sharedEventID",
    "summary",
    "timeWindow",
    "tlsDetails",
    "userIdentity",
    "vpcEndpointAccountId",
    "vpcEndpointId",
  ].map((name) => [name.toLowerCase(), name]),
);

const TIME_NAMES = new Set("time date timestamp datetime since until before after from to".split(" "));
const NOT_FIELDS = new Set(["arn", "aws", "http", "https", "s3", "urn", "mailto"]);
const LONGEST_MISTAKE = 16;

export const TIME_MESSAGE =
  "Time is not part of the query. Choose it beside the box (key t), or use the parameters from and to, such as from=now-7d.";

/**
 * What `name:` at the beginning of a term names; null where the word is free text that happens to hold a
 * colon: an ARN, an IPv6 address, a time, a URL, a type such as AWS::EC2::Instance.
 */
export function readName(typed: TypedName): Name | null {
  const { name } = typed;
  if (typed.hasWildcard) return wildPath(name);
  if (name.startsWith(".")) return { kind: "path", path: name.slice(1) };
  const field = findField(name);
  if (field !== undefined) return { kind: "field", field };
  const lower = name.toLowerCase();
  if (lower === "is") return { kind: "is" };
  if (lower === "eventtime") return { kind: "wrong", message: TIME_MESSAGE };
  const path = knownPath(name);
  if (path !== null) return { kind: "path", path };
  if (isPlainText(typed)) return null;
  if (TIME_NAMES.has(lower))
    return {
      kind: "wrong",
      message: lower === "from" ? `${TIME_MESSAGE} For an address write ip.` : TIME_MESSAGE,
    };
  if (name.includes(".")) return looksLikePath(typed) ? { kind: "path", path: name } : null;
  return mistypedField(typed);
}

/** A path under a known top-level name, that name in AWS's own spelling. */
function knownPath(name: string): string | null {
  const dot = name.indexOf(".");
  const top = dot < 0 ? name : name.slice(0, dot);
  const known = TOP_LEVEL.get(top.toLowerCase());
  return known === undefined ? null : known + name.slice(top.length);
}

function wildPath(name: string): Name | null {
  const path = knownPath(name);
  if (path === null) return null;
  const message = "A path takes no wildcard. A shorter path looks at everything below it.";
  return { kind: "wrong", message };
}

function isPlainText({ name, rest, hasValue }: TypedName): boolean {
  if (!hasValue || rest.startsWith(":") || rest.startsWith("//")) return true;
  if (NOT_FIELDS.has(name.toLowerCase())) return true;
  const word = `${name}:${rest}`;
  return parseAddress(word) !== null || !("wrong" in parseRange(word));
}

/** A dotted name that is neither a host (with a port, or of AWS) nor an address. */
function looksLikePath({ name, rest }: TypedName): boolean {
  if (!/^[A-Za-z_][^/@]*$/.test(name)) return false;
  return !/\.amazonaws\.com(\.cn)?$/i.test(name) && !/^\d{1,5}$/.test(rest);
}

function mistypedField({ name }: TypedName): Name | null {
  const suggestion = suggestField(name);
  const isNear = suggestion !== null && /^[A-Za-z][\w-]*$/.test(name);
  const isWord = /^[A-Za-z]{2,}$/.test(name) && name.length <= LONGEST_MISTAKE;
  return isNear || isWord ? { kind: "unknown", typed: name, suggestion } : null;
}
