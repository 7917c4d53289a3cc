import { expect, it } from "vitest";
import { addReading, outlookOf, paceOf, type Reading, readingOf } from "./job-pace.ts";

const PROGRESS = {
  objectsSeen: 1000,
  objectsLoaded: 300,
  objectsAlready: 50,
  objectsSkipped: 20,
  objectsFailed: 30,
  records: 6200,
  events: 6000,
  duplicates: 200,
  refused: 0,
  bytes: 1,
};

it("tells the pace of the last seconds, not of the whole run", () => {
  let readings: readonly Reading[] = [];
  for (let second = 0; second <= 30; second++) {
    const settled = second < 20 ? 0 : (second - 20) * 100;
    readings = addReading(readings, { at: second * 1000, settled, events: settled * 10 });
  }
  expect(readings).toHaveLength(11);
  expect(paceOf(readings)).toEqual({ objects: 100, events: 1000 });
});

it("knows no pace from one reading", () => {
  expect(paceOf([])).toBeNull();
  expect(paceOf([readingOf(PROGRESS, 5)])).toBeNull();
});

it("tells the time left where the whole is known", () => {
  const pace = { objects: 10, events: 100 };
  expect(outlookOf({ kind: "objects", total: 800 }, PROGRESS, pace)).toEqual({ part: 0.5, secondsLeft: 40 });
  expect(outlookOf({ kind: "events", total: 12_000 }, PROGRESS, pace)).toEqual({
    part: 0.5,
    secondsLeft: 60,
  });
  expect(outlookOf({ kind: "objects", total: 800 }, PROGRESS, null)).toEqual({
    part: 0.5,
    secondsLeft: null,
  });
});

it("says nothing of a whole that is unknown or was passed", () => {
  expect(outlookOf(null, PROGRESS, null)).toBeNull();
  expect(outlookOf({ kind: "objects", total: 399 }, PROGRESS, null)).toBeNull();
});
