import { describe, expect, it } from "vitest";
import type { Event } from "#lib/event/event.ts";
import type { Burst } from "#lib/event/fold-events.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";
import { burstFigures, burstSentence, burstVariety } from "./burst-words.ts";

const burst = (...changes: readonly Partial<Event>[]): Burst => {
  const [event = makeEvent(), ...others] = changes.map((change) => makeEvent(change));
  return { event, others };
};
const at = (clock: string) => ({ eventTime: `2026-11-12T${clock}Z` });

describe("a burst is told as", () => {
  it.each([
    ["14:31:07", "14:31:07", "1 s"],
    ["14:31:07", "14:31:02", "5 s"],
    ["14:31:07", "14:30:08", "59 s"],
    ["14:31:07", "14:30:07", "1 min"],
    ["14:31:07", "14:28:01", "3 min"],
    ["14:28:01", "14:31:07", "3 min"],
  ])("from %s to %s: so many in %s", (from, to, span) => {
    expect(burstFigures(burst(at(from), at(from), at(to)))).toEqual({ count: "×3", span });
    expect(burstSentence(burst(at(from), at(to)))).toBe(`2 events in ${span}`);
  });
});

describe("a column of a burst", () => {
  it("shows what all events have in common", () => {
    expect(burstVariety(burst({}, {}, {}), "resource")).toBeNull();
    expect(burstVariety(burst({ sourceIp: null }, { sourceIp: null }), "ip")).toBeNull();
    expect(burstVariety(burst({}, { eventId: "other" }), "event")).toBeNull();
  });

  it("says how many there are where they differ, and which", () => {
    const one = { resources: [{ id: "i-1", type: null }] };
    const two = {
      resources: [
        { id: "i-1", type: null },
        { id: "i-2", type: null },
      ],
    };
    expect(burstVariety(burst(one, two), "resource")).toEqual({
      words: "2 resources",
      values: ["i-1", "i-2"],
    });
    expect(burstVariety(burst(one, { resources: [] }), "resource")?.words).toBe("1 resource");
    expect(burstVariety(burst({ sourceIp: "192.0.2.1" }, { sourceIp: null }), "ip")?.words).toBe("1 address");
    expect(burstVariety(burst({ category: "Data" }, { category: "" }), "category")?.words).toBe(
      "2 categories",
    );
  });
});
