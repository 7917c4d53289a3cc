import { describe, expect, test } from "vitest";
import { type Deliveries, findGaps, type GapQuery } from "./find-gaps.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const T0 = Date.parse("2026-11-01T00:00:00Z");

/** An account and region that delivers every `hours` from hour to hour, but not inside the holes. */
function deliveries(
  region: string,
  hours: number,
  [from, to]: readonly [number, number],
  holes: readonly (readonly [number, number])[] = [],
): Deliveries {
  const times: number[] = [];
  for (let hour = from; hour <= to; hour += hours) {
    if (!holes.some(([start, end]) => hour > start && hour < end)) times.push(T0 + hour * HOUR);
  }
  return { account: "111122223333", region, times, isOlder: false };
}

function ask(of: readonly Deliveries[], span: readonly [number, number], more: Partial<GapQuery> = {}) {
  const times = of.flatMap((each) => each.times);
  const loaded = times.length === 0 ? null : { from: Math.min(...times), to: Math.max(...times) };
  const [from, to] = [T0 + span[0] * HOUR, T0 + span[1] * HOUR];
  const gaps = findGaps({
    deliveries: of,
    loaded,
    span: { from, to },
    context: { from: T0, to: T0 + 10 * DAY },
    grain: 0,
    ...more,
  });
  return gaps.map((gap) => ({
    hours: [(Date.parse(gap.from) - T0) / HOUR, (Date.parse(gap.to) - T0) / HOUR],
    isWhole: gap.isWhole,
    regions: gap.places.map((place) => place.region),
  }));
}

describe("a gap", () => {
  test("is a silence much longer than usual", () => {
    const busy = deliveries("eu-west-1", 1, [0, 240], [[50, 62]]);
    const other = deliveries("us-east-1", 1, [0, 240]);
    expect(ask([busy, other], [24, 96])).toEqual([
      { hours: [50, 62], isWhole: false, regions: ["eu-west-1"] },
    ]);
  });

  test("is whole where nothing else is looked at", () => {
    const busy = deliveries("eu-west-1", 1, [0, 240], [[50, 62]]);
    expect(ask([busy], [24, 96])).toEqual([{ hours: [50, 62], isWhole: true, regions: ["eu-west-1"] }]);
  });

  test("is told from another one in the same days", () => {
    const busy = deliveries(
      "eu-west-1",
      1,
      [0, 240],
      [
        [50, 62],
        [100, 120],
      ],
    );
    expect(ask([busy], [0, 240]).map(({ hours }) => hours)).toEqual([
      [50, 62],
      [100, 120],
    ]);
  });

  test("is no night of an account that sleeps every night", () => {
    const nights = Array.from({ length: 10 }, (_, day) => [day * 24 + 18, day * 24 + 31] as const);
    expect(ask([deliveries("eu-west-1", 1, [0, 240], nights)], [0, 200])).toEqual([]);
  });

  test("cannot be told of a place that hardly ever delivers", () => {
    const rare = deliveries("eu-west-1", 80, [0, 240]);
    const busy = deliveries("us-east-1", 1, [0, 240]);
    expect(ask([rare, busy], [0, 240])).toEqual([]);
  });

  test("where two places are missing at overlapping times, is told in stretches", () => {
    const one = deliveries("eu-west-1", 1, [0, 240], [[50, 62]]);
    const two = deliveries("us-east-1", 1, [0, 240], [[56, 70]]);
    expect(ask([one, two], [0, 240])).toEqual([
      { hours: [50, 56], isWhole: false, regions: ["eu-west-1"] },
      { hours: [56, 62], isWhole: true, regions: ["eu-west-1", "us-east-1"] },
      { hours: [62, 70], isWhole: false, regions: ["us-east-1"] },
    ]);
  });
});

describe("files that say neither account nor region", () => {
  const nobody = { account: "", region: "" };
  const busy = deliveries("eu-west-1", 1, [100, 240], [[150, 162]]);
  const files = { ...deliveries("", 1, [0, 20]), ...nobody };

  test("are no gap once others deliver, however long there are none", () => {
    expect(ask([files, busy], [0, 240])).toEqual([
      { hours: [20, 100], isWhole: true, regions: [""] },
      { hours: [150, 162], isWhole: true, regions: ["eu-west-1"] },
    ]);
  });

  test("tell of a time that no other logs tell of", () => {
    const all = { ...deliveries("", 1, [0, 240]), ...nobody };
    expect(ask([all, busy], [0, 240])).toEqual([
      { hours: [150, 162], isWhole: false, regions: ["eu-west-1"] },
    ]);
  });
});

describe("the ends", () => {
  const busy = deliveries("eu-west-1", 1, [24, 100]);

  test("before the first and after the last log object are not loaded", () => {
    const context = { from: T0, to: T0 + 100 * HOUR };
    expect(ask([busy], [0, 120], { context })).toEqual([
      { hours: [0, 24], isWhole: true, regions: [] },
      { hours: [100, 120], isWhole: true, regions: [] },
    ]);
  });

  test("are nobody's silence: what comes after the last log object of all is not known", () => {
    const earlier = deliveries("us-east-1", 1, [24, 99]);
    const context = { from: T0, to: T0 + 240 * HOUR };
    expect(ask([busy, earlier], [48, 100], { context })).toEqual([]);
  });

  test("are not late after a quarter of an hour", () => {
    const context = { from: T0, to: T0 + 100 * HOUR };
    expect(ask([busy], [90, 100.25], { context })).toEqual([]);
  });

  test("are the whole where nothing was loaded of what is looked at", () => {
    const whole = [{ hours: [0, 24], isWhole: true, regions: [] }];
    expect(ask([], [0, 24])).toEqual(whole);
    expect(ask([], [0, 24], { loaded: { from: T0, to: T0 + DAY } })).toEqual(whole);
  });
});
