import fc from "fast-check";
import { expect, it } from "vitest";
import { indentJson } from "#lib/base/indent-json.ts";

it("lays out as JSON.stringify does with two blanks, also what was laid out before", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 1, "\t"), (value, space) => {
      expect(indentJson(JSON.stringify(value, null, space))).toBe(JSON.stringify(value, null, 2));
    }),
  );
});

it("changes no token: long numbers, escapes and repeated keys stay", () => {
  const text = '{"a":12345678901234567890,"b":1.0,"a":"\\u0041\\/ { \\" }","c":[],"d":{}}';
  expect(indentJson(text)).toBe(
    '{\n  "a": 12345678901234567890,\n  "b": 1.0,\n  "a": "\\u0041\\/ { \\" }",\n  "c": [],\n  "d": {}\n}',
  );
});

it("takes a record that nests deeply, and one with a huge value", () => {
  const deep = "[".repeat(20_000) + "]".repeat(20_000);
  expect(indentJson(deep).replaceAll(/\s/g, "")).toBe(deep);
  const long = `"${'\\"a'.repeat(1_000_000)}"`;
  expect(indentJson(`[${long}]`)).toBe(`[\n  ${long}\n]`);
});
