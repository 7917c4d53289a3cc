import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "#lib/base/json-text.ts";
import { compareRecords, lineOf } from "./compare-records.ts";

const compareAll = (...records: readonly unknown[]) =>
  compareRecords(records.map((record) => parseJsonText(JSON.stringify(record))));
const compare = (...records: readonly unknown[]) => compareAll(...records).lines;
const changed = (count: number) => Array.from({ length: count }, (_, index) => [`k${index}`, "changed"]);
const textsOf = (lines: ReturnType<typeof compare>) =>
  lines.map(({ path, cells, isSame }) => [path, ...cells.map((cell) => cell?.text ?? null), isSame]);

describe("records side by side", () => {
  it("are aligned by path, with what only one has beside nothing", () => {
    expect(textsOf(compare({ a: 1, b: { c: "x" } }, { a: 1, b: { c: "y", d: true } }))).toEqual([
      ["a", "1", "1", true],
      ["b.c", "x", "y", false],
      ["b.d", null, "true", false],
    ]);
  });

  it("keep each line behind the one that it follows in its own record", () => {
    const lines = compare({ a: 1, d: 4 }, { a: 1, b: 2, c: 3, d: 4 }, { z: 0, a: 1 });
    expect(lines.map(({ path }) => path)).toEqual(["z", "a", "b", "c", "d"]);
  });

  it("name places in lists, and search without them", () => {
    const [first, second] = compare({ ids: [{ id: "i-1" }, { id: "i-2" }] }, { ids: [{ id: "i-1" }] });
    expect(first).toMatchObject({ path: "ids[0].id", searchPath: "ids.id", isSame: true });
    expect(second).toMatchObject({ path: "ids[1].id", searchPath: "ids.id", isSame: false });
  });

  it("tell a text from a number, and nothing from null", () => {
    expect(compare({ a: "1" }, { a: 1 })[0]?.isSame).toBe(false);
    expect(textsOf(compare({ a: null }, {}))).toEqual([["a", "null", null, false]]);
    expect(textsOf(compare({ a: {} }, { a: [] }))).toEqual([["a", "{}", "[]", false]]);
  });

  it("of one record that could not be read differ everywhere", () => {
    const [line] = compareRecords([parseJsonText('{"a":1}'), null]).lines;
    expect(line).toMatchObject({ path: "a", cells: [{ text: "1" }, null], isSame: false });
  });

  it("are the same as themselves, whatever they are", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(compare(value, value, value).every(({ isSame }) => isSame)).toBe(true);
      }),
    );
  });

  describe("where they are huge", () => {
    const huge = Object.fromEntries(Array.from({ length: 9_000 }, (_, index) => [`k${index}`, index]));

    it("are compared to their end", () => {
      const { lines, left } = compareAll({ ...huge, last: "x" }, { ...huge, last: "y" });
      expect(lines.filter(({ isSame }) => !isSame).map(({ path }) => path)).toEqual(["last"]);
      expect(left).toEqual({ different: 0, equal: 8_000 });
    });

    it("give so many lines as can be shown, and the number of the rest", () => {
      const { lines, left } = compareAll(huge, { ...huge, ...Object.fromEntries(changed(3_000)) });
      expect(lines).toHaveLength(3_000);
      expect(left).toEqual({ different: 1_000, equal: 5_000 });
    });

    it("take no time even where they have nothing in common", () => {
      const other = Object.fromEntries(Object.keys(huge).map((key) => [`other ${key}`, 1]));
      expect(compareAll(huge, other).left).toEqual({ different: 16_000, equal: 0 });
    });
  });
});

it("a line of texts counts an empty one as nothing", () => {
  expect(lineOf("region", ["eu-west-1", ""])).toMatchObject({
    cells: [{ text: "eu-west-1" }, null],
    isSame: false,
  });
  expect(lineOf("region", [null, null]).isSame).toBe(true);
});
