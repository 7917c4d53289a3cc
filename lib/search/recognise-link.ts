import { findUuid, isUuid } from "#lib/base/uuid.ts";
import { formatText } from "#lib/search/format-query.ts";
import { recogniseArn } from "#lib/search/recognise-arn.ts";
import type { Recognised } from "#lib/search/recognised.ts";
import { REGION } from "#lib/search/region-name.ts";

/** Links of the AWS console, by what stands in them: the console's own pages change their form every few years. */

const RESOURCE_ID = /(?<![\w-])[a-z]{1,8}(?:-[a-z]{2,8})?-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![\w-])/i;
const CONSOLE =
  /(?:^|\.)(?:console\.aws\.amazon\.com|console\.amazonaws-us-gov\.com|console\.amazonaws\.cn)$/;

/**
 * The attributes by which CloudTrail's Event history filters, and the fields that they are here. What it calls the user
 * name is the session's where a role made the call.
 */
const HISTORY: ReadonlyMap<string, readonly string[]> = new Map([
  ["AccessKeyId", ["key"]],
  ["EventId", ["id"]],
  ["EventName", ["event"]],
  ["EventSource", ["service"]],
  ["ReadOnly", ["readOnly"]],
  ["ResourceName", ["resource"]],
  ["ResourceType", ["resourceType"]],
  ["Username", ["user", "session"]],
]);

/** What a link of the AWS console, or of Waymark itself, is about; empty where it names nothing that is known here. */
export function recogniseLink(link: string): readonly Recognised[] {
  if (!URL.canParse(link)) return [];
  const url = new URL(link);
  const text = decoded(url.pathname + url.search + url.hash);
  if (!CONSOLE.test(url.hostname)) return ownEvent(url);
  const arn = /arn:aws[\w-]*:[^\s?&#"']+/.exec(text)?.[0];
  if (url.pathname.startsWith("/cloudtrail")) return history(url, text);
  if (arn !== undefined) return recogniseArn(arn);
  if (/\/iam/.test(url.pathname)) return identity(text);
  const bucket = /\/s3\/(?:buckets|object)\/([a-z0-9][a-z0-9.-]{1,62})/.exec(text)?.[1];
  if (bucket !== undefined) return touched(`bucket ${bucket}`, bucket);
  const id = RESOURCE_ID.exec(text)?.[0];
  if (id !== undefined) return touched(id, id);
  return named(text);
}

/** A link to an event of a Waymark, this one or another. */
function ownEvent(url: URL): readonly Recognised[] {
  const id = /^\/events\/([0-9a-f-]{36})$/i.exec(url.pathname)?.[1] ?? url.searchParams.get("event");
  if (id === null || !isUuid(id)) return [];
  return [{ kind: "event", label: "Open this event", eventId: id.toLowerCase() }];
}

function history(url: URL, text: string): readonly Recognised[] {
  const id = findUuid(text.slice(text.indexOf("#") + 1));
  if (id !== null) {
    const eventId = id.toLowerCase();
    return [{ kind: "event", label: "Open the event of this link", eventId }];
  }
  const asked = new URLSearchParams(text.slice(text.lastIndexOf("?") + 1).replace("#", "&"));
  const conditions = [...asked].flatMap(([name, value]) => {
    const fields = HISTORY.get(name);
    return fields === undefined || value === "" ? [] : [anyOf(fields, value)];
  });
  if (conditions.length === 0) return [];
  const q = [...conditions, ...regionOf(url)].join(" ");
  return [{ kind: "search", label: "The filter of this Event history", q }];
}

function anyOf(fields: readonly string[], value: string): string {
  // Root has no user name, and no session; the Event history calls it root all the same.
  if (fields.includes("user") && value === "root") return "identity:Root";
  const conditions = fields.map((field) => `${field}:${formatText(value)}`);
  return conditions.length === 1 ? conditions.join("") : `(${conditions.join(" OR ")})`;
}

/**
 * The Event history shows one region at a time: the one that the link names, as a parameter or before the console's
 * name.
 */
function regionOf(url: URL): readonly string[] {
  const region = url.searchParams.get("region") ?? url.hostname.split(".")[0] ?? "";
  return REGION.test(region) ? [`region:${region}`] : [];
}

function identity(text: string): readonly Recognised[] {
  const [, kind, path = ""] = /#\/?(roles|users|groups|policies)\/(?:details\/)?([^?|]+)/.exec(text) ?? [];
  const name = path.split("/")[0] ?? "";
  if (kind === undefined || name === "") return [];
  const value = formatText(name);
  if (kind !== "roles" && kind !== "users") return touched(name, name);
  const noun = kind === "roles" ? "role" : "user";
  return [
    { kind: "search", label: `Everything ${noun} ${name} did`, q: `${noun}:${value}` },
    { kind: "search", label: `Everything done to ${noun} ${name}`, q: `resource:${value}` },
  ];
}

/** Pages of other services name their thing in the path of the fragment, or as a parameter. */
function named(text: string): readonly Recognised[] {
  const found =
    /#\/?(?:functions|clusters|tables|table|queues|topics|stacks|repositories|secret|trails)\/([^/?&#]+)/.exec(
      text,
    )?.[1] ??
    /[?&;](?:name|id|dbinstance|database-id|clusterName|functionName|stackId)=([^&;#]+)/i.exec(text)?.[1];
  return found === undefined ? [] : touched(found, found);
}

function touched(what: string, value: string): readonly Recognised[] {
  return [{ kind: "search", label: `Everything that touched ${what}`, q: `resource:${formatText(value)}` }];
}

/** The console encodes what stands in fragments, at times twice and with `$` for `%`. */
function decoded(text: string): string {
  let plain = text.replaceAll(/\$(25)?(?=[0-9A-F]{2})/g, "%");
  for (let pass = 0; pass < 2; pass += 1) {
    try {
      plain = decodeURIComponent(plain);
    } catch {
      // A percent sign that encodes nothing: the text is as plain as it gets.
      return plain;
    }
  }
  return plain;
}
