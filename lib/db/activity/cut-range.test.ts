import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cut, cutRange } from "#lib/db/activity/cut-range.ts";

const at = (text: string) => Date.parse(`${text}Z`);
const HOUR = 3_600_000;

function shown({ pieces, edges }: Cut): string[] {
  const time = (value: number | null) => (value === null ? "" : new Date(value).toISOString().slice(0, 16));
  const hour = (value: number | null) => time(value === null ? null : value * HOUR);
  return [
    ...pieces.map(({ grain, first, behind }) => `${grain} ${hour(first)}..${hour(behind)}`),
    ...edges.map(({ from, to }) => `edge ${time(from)}..${time(to)}`),
  ];
}

describe("a range cut for the roll-up", () => {
  it("is months, then days, then hours, then what is left", () => {
    expect(shown(cutRange({ from: at("2026-08-30T22:30"), to: at("2026-11-02T01:15") }))).toEqual([
      "hour 2026-08-30T23:00..2026-08-31T00:00",
      "day 2026-08-31T00:00..2026-09-01T00:00",
      "month 2026-09-01T00:00..2026-11-01T00:00",
      "day 2026-11-01T00:00..2026-11-02T00:00",
      "hour 2026-11-02T00:00..2026-11-02T01:00",
      "edge 2026-08-30T22:30..2026-08-30T23:00",
      "edge 2026-11-02T01:00..2026-11-02T01:15",
    ]);
  });

  it.each([
    [null, null, ["month .."]],
    ["2026-11-01T00:00", null, ["month 2026-11-01T00:00.."]],
    [null, "2026-11-02T00:00", ["month ..2026-11-01T00:00", "day 2026-11-01T00:00..2026-11-02T00:00"]],
    ["2026-11-02T01:10", "2026-11-02T01:20", ["edge 2026-11-02T01:10..2026-11-02T01:20"]],
    ["2026-11-02T01:50", "2026-11-02T02:10", ["edge 2026-11-02T01:50..2026-11-02T02:10"]],
    ["2026-11-02T01:10", "2026-11-02T01:10", []],
  ])("from %s to %s is %j", (from, to, pieces) => {
    const cut = cutRange({ from: from === null ? null : at(from), to: to === null ? null : at(to) });
    expect(shown(cut)).toEqual(pieces);
  });

  it("uses no coarser grain than it may", () => {
    const range = { from: at("2026-08-30T22:00"), to: at("2026-11-02T01:00") };
    expect(shown(cutRange(range, "hour"))).toEqual(["hour 2026-08-30T22:00..2026-11-02T01:00"]);
    expect(cutRange(range, "day").pieces.map(({ grain }) => grain)).toEqual(["hour", "day", "hour"]);
  });

  it("covers every moment of the range once", () => {
    const time = fc.integer({ min: -62_135_596_800_000, max: 253_402_300_799_000 });
    fc.assert(
      fc.property(time, time, fc.constantFrom("hour", "day", "month"), (a, b, grain) => {
        const range = { from: Math.min(a, b), to: Math.max(a, b) };
        const { pieces, edges } = cutRange(range, grain as "hour" | "day" | "month");
        const spans = [
          ...pieces.map(
            ({ first, behind }) => [(first ?? Number.NaN) * HOUR, (behind ?? Number.NaN) * HOUR] as const,
          ),
          ...edges.map(({ from, to }) => [from ?? Number.NaN, to ?? Number.NaN] as const),
        ].sort(([one], [other]) => one - other);
        if (range.from === range.to) {
          expect(spans).toEqual([]);
          return;
        }
        expect(spans[0]?.[0]).toBe(range.from);
        expect(spans.at(-1)?.[1]).toBe(range.to);
        spans.slice(1).forEach(([from], index) => {
          expect(from).toBe(spans[index]?.[1]);
        });
      }),
    );
  });
});
