import { describe, expect, it } from "vitest";
import { isJsonObject } from "#lib/cloudtrail/json-value.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { hasRealEvents, realRecords, whereReal } from "#lib/cloudtrail/testing/real-events.ts";
import { REAL_RESOURCES, type RealResource } from "#lib/cloudtrail/testing/real-resources.ts";

/** Some sets mask the time, without which no record is read; what it acts on is told all the same. */
const SOME_TIME = "2020-01-01T00:00:00Z";

/** How an id stands within a longer value; the first group is the id. */
const WITHIN: Readonly<Record<string, RegExp>> = {
  arn: /(?:on resource: (?:policy )?|Key ')(arn:[^\s']+?):?(?:[\s']|$)/,
  name: /on resource: (?:(?:user|role|group|instance profile) )?(\S+)/,
  function: /functions\/(arn:[^/]+)\//,
};

/** The texts that stand at a path, positions in lists left out; a name of the record may itself hold dots. */
function textsAt(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsAt(item, path));
  if (typeof value === "string") return path.length === 0 ? [value] : [];
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, below]) => {
    const words = name.split(".");
    return words.every((word, at) => path[at] === word) ? textsAt(below, path.slice(words.length)) : [];
  });
}

function idsOf(record: unknown, { path, within }: RealResource): readonly string[] {
  const texts = textsAt(record, path);
  if (within === null) return texts;
  if (within === "decoded") return texts.map(decodeURIComponent);
  return texts.flatMap((text) => WITHIN[within]?.exec(text)?.[1] ?? []);
}

function resourcesOf(record: Record<string, unknown>) {
  const isMasked = Number.isNaN(Date.parse(String(record["eventTime"])));
  const reading = readRecord(isMasked ? { ...record, eventTime: SOME_TIME } : record);
  if (reading.kind === "refused") throw new Error(reading.refusal.message);
  return reading.record.event.resources;
}

describe.skipIf(!hasRealEvents)(`the resources of real events${whereReal}`, () => {
  const records = hasRealEvents ? realRecords() : new Map<string, Record<string, unknown>>();
  const recordAt = (place: string) => records.get(place) ?? {};

  it.each(REAL_RESOURCES)("hold at $place a $type", (row) => {
    const ids = idsOf(recordAt(row.place), row);
    expect(ids).not.toEqual([]);
    const resources = resourcesOf(recordAt(row.place));
    expect(resources.filter(({ id }) => ids.includes(id))).toContainEqual({
      id: expect.any(String),
      type: row.type,
    });
    if (row.isSubject) expect(ids).toContain(resources[0]?.id);
  });

  it("are two hundred of more than forty services", () => {
    expect(REAL_RESOURCES.length).toBeGreaterThanOrEqual(200);
    const services = new Set(REAL_RESOURCES.map(({ place }) => recordAt(place)["eventSource"]));
    expect(services.size).toBeGreaterThanOrEqual(44);
  });
});
