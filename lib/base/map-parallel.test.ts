import { expect, test } from "vitest";
import { mapParallel } from "#lib/base/map-parallel.ts";

const tick = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test("keeps the order and the limit", async () => {
  let running = 0;
  let most = 0;
  const results = await mapParallel([5, 1, 4, 2, 3], 2, async (item) => {
    running += 1;
    most = Math.max(most, running);
    await tick(item);
    running -= 1;
    return item * 10;
  });
  expect(results).toEqual([50, 10, 40, 20, 30]);
  expect(most).toBe(2);
});

test("begins nothing after an error and waits for what runs", async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = mapParallel([0, 1, 2, 3], 2, async (item) => {
    begun.push(item);
    await tick(item === 0 ? 1 : 10);
    if (item === 0) throw new Error("no");
    ended.push(item);
  });
  await expect(work).rejects.toThrow("no");
  expect(begun).toEqual([0, 1]);
  expect(ended).toEqual([1]);
});
