import { expect, test } from "vitest";
import { uuid } from "#lib/sample/invent-id.ts";
import { randomOf, shuffle, unitOf } from "#lib/sample/random.ts";

test("the same words give the same sequence, one other word another", () => {
  const draw = (a: number, b: number) =>
    Array.from(
      { length: 5 },
      (
        (random) => () =>
          random.bits()
      )(randomOf(1, a, b)),
    );
  expect(draw(2, 3)).toEqual(draw(2, 3));
  expect(draw(2, 3)).not.toEqual(draw(3, 2));
  expect(draw(2, 3)).not.toEqual(draw(2, 4));
});

test("neighbouring seeds never invent the same id", () => {
  const ids = new Set<string>();
  for (let slot = 0; slot < 20_000; slot++) ids.add(uuid(randomOf(1, 99, slot)));
  expect(ids.size).toBe(20_000);
});

test("numbers spread evenly between 0 and 1", () => {
  const random = randomOf(4, 4);
  for (const draw of [() => random.unit(), (index: number) => unitOf(11, index, 3)]) {
    const tenths = new Array<number>(10).fill(0);
    for (let index = 0; index < 50_000; index++) {
      const tenth = Math.floor(draw(index) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(4700);
    expect(Math.max(...tenths)).toBeLessThan(5300);
  }
});

test("shuffling keeps every item", () => {
  const list = Array.from({ length: 100 }, (_, index) => index);
  shuffle(list, randomOf(1, 1));
  expect(list).not.toEqual(list.toSorted((a, b) => a - b));
  expect(list.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
});
