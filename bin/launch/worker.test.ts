import { expect, it } from "vitest";
import { nextWait } from "#bin/launch/worker.ts";

it("waits a second, then twice as long each time, a minute at most", () => {
  const waits = [0, 0, 0, 0, 0, 0, 0, 0].reduce<number[]>(
    (all) => [...all, nextWait(all.at(-1) ?? 0, 100)],
    [],
  );
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
});

it("begins anew after the worker ran for a minute", () => {
  expect(nextWait(32_000, 60_000)).toBe(1000);
});
