import { describe, expect, it } from "vitest";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { hasRealEvents, realEvents, whereReal } from "#lib/cloudtrail/testing/real-events.ts";
import { REAL_PRINCIPALS } from "#lib/cloudtrail/testing/real-principals.ts";

describe.skipIf(!hasRealEvents)(`who acted in real records${whereReal}`, () => {
  it("is who a reader of the record would say", () => {
    const read = new Map(
      realEvents().flatMap(({ set, text }) => {
        const reading = readRecord(JSON.parse(text));
        if (reading.kind === "refused") return [];
        const { event } = reading.record;
        const { kind, name, role } = event.actor;
        return [[`${set} ${event.eventId}`, [set, event.eventId, kind, name, role]] as const];
      }),
    );
    expect(REAL_PRINCIPALS.map(([set, id]) => read.get(`${set} ${id}`))).toEqual(REAL_PRINCIPALS);
    expect(REAL_PRINCIPALS.length).toBeGreaterThanOrEqual(100);
  });
});
