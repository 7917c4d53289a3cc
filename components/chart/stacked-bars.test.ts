import { describe, expect, test } from "vitest";
import { barPaths, tallest } from "./stacked-bars.ts";

/** The rectangles of a path: left edge, top, height. */
function rectangles(path: string | undefined) {
  return [...(path ?? "").matchAll(/M([\d.]+) ([\d.]+)h[\d.]+v([\d.]+)/g)].map(([, left, top, tall]) => ({
    bar: Math.floor(Number(left)),
    top: Number(top),
    bottom: Number(top) + Number(tall),
    tall: Number(tall),
  }));
}

describe("bars", () => {
  test("stand on the ground and on one another", () => {
    const [read, write] = barPaths([[30, 10]], 40, 80);
    expect(rectangles(read)).toEqual([{ bar: 0, top: 20, bottom: 80, tall: 60 }]);
    expect(rectangles(write)).toEqual([{ bar: 0, top: 0, bottom: 20, tall: 20 }]);
  });

  test("show the smallest part without leaving the box", () => {
    const [read, , error] = barPaths([[100_000, 0, 1]], 100_001, 64);
    expect(rectangles(error)).toEqual([{ bar: 0, top: 0, bottom: 2, tall: 2 }]);
    expect(rectangles(read)[0]?.bottom).toBe(64);
  });

  test("are left out where there is nothing", () => {
    const [read, write] = barPaths(
      [
        [0, 0],
        [2, 0],
      ],
      2,
      50,
    );
    expect(rectangles(read).map(({ bar }) => bar)).toEqual([1]);
    expect(write).toBe("");
  });
});

test("the tallest of no bars is not zero, since it divides", () => {
  expect(tallest([])).toBe(1);
  expect(tallest([[0, 0]])).toBe(1);
  expect(tallest([[1, 2], [4]])).toBe(4);
});
