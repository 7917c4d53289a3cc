import { isUuid } from "#lib/base/uuid.ts";
import type { Recognised } from "#lib/search/recognised.ts";

/** The most events that are asked for at once. */
const MOST = 100;

/** A CloudTrail record, a list of them, a log file's `Records`, or an answer of LookupEvents, as JSON. */
export function recogniseRecord(json: string): readonly Recognised[] {
  const ids = [...new Set(recordsOf(parsed(json)).flatMap(idOf))];
  const [only] = ids;
  if (only === undefined) return [];
  if (ids.length === 1) {
    return [
      { kind: "event", label: "Open this event", eventId: only },
      { kind: "search", label: "Find this event", q: `id:${only}` },
    ];
  }
  const asked = ids.slice(0, MOST);
  const label =
    asked.length < ids.length ? `The first ${MOST} of these ${ids.length} events` : "These events";
  return [{ kind: "search", label, q: `id:(${asked.join(" OR ")})` }];
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json.replace(/,\s*$/, ""));
  } catch {
    // Half a record, or no JSON at all: then it is no record, and what it is gets said elsewhere.
    return null;
  }
}

function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  const list = memberOf(value, "Records") ?? memberOf(value, "Events");
  if (Array.isArray(list)) return list;
  // As EventBridge delivers a record, and as Waymark's own API does.
  return [value, memberOf(value, "detail"), memberOf(value, "record")];
}

function idOf(record: unknown): readonly string[] {
  const id = memberOf(record, "eventID") ?? memberOf(record, "EventId") ?? memberOf(record, "eventId");
  return typeof id === "string" && isUuid(id) ? [id.toLowerCase()] : [];
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}
