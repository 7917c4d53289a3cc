import { describe, expect, it } from "vitest";
import { isJsonObject } from "#lib/cloudtrail/json-value.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { hasRealEvents, realEvents, whereReal } from "#lib/cloudtrail/testing/real-events.ts";
import { REAL_RESOURCES } from "#lib/cloudtrail/testing/real-resources.ts";

/** The texts that stand at a path, positions in lists left out. */
function textsAt(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => textsAt(item, path));
  if (typeof value === "string") return path.length === 0 ? [value] : [];
  if (!isJsonObject(value)) return [];
  // A name of the record may itself hold dots.
  return Object.entries(value).flatMap(([name, below]) => {
    const words = name.split(".");
    const fits = words.every((word, index) => path[index] === word);
    return fits ? textsAt(below, path.slice(words.length)) : [];
  });
}

describe("the resources of real events", () => {
  it("are of at least a hundred things in at least forty services", () => {
    expect(REAL_RESOURCES.length).toBeGreaterThanOrEqual(100);
    expect(new Set(REAL_RESOURCES.map(([event]) => event.split(" ")[0])).size).toBeGreaterThanOrEqual(40);
  });

  it.runIf(hasRealEvents)(`have the type that their records show by eye${whereReal}`, () => {
    const byPlace = new Map(realEvents().map((event) => [`${event.set}:${event.line}`, event.text]));
    const wrong = REAL_RESOURCES.filter(([event, type, path]) => {
      const text = byPlace.get(event.split(" ")[1] ?? "");
      if (text === undefined) return true;
      const given = JSON.parse(text);
      const record = typeof given.CloudTrailEvent === "string" ? JSON.parse(given.CloudTrailEvent) : given;
      const reading = readRecord(record);
      const told = textsAt(record, path.split("."));
      if (reading.kind !== "indexed" || told.length === 0) return true;
      const { resources } = reading.record.event;
      return !resources.some((one) => one.type === type && told.some((words) => words.includes(one.id)));
    });
    expect(wrong).toEqual([]);
  });
});
