import { expect, it } from "vitest";
import { formatRefusedPlace, parseRefusedPlace } from "#app/refused-place.ts";

it.each(["a.json", "a b/c d.json", "12 a.json", " ", "a\nb"])("carries the key %j there and back", (key) => {
  expect(parseRefusedPlace(formatRefusedPlace({ key, ordinal: 12 }))).toEqual({ key, ordinal: 12 });
});

it.each(["", "12", "12 ", "a.json", "-1 a.json", "1.5 a.json", "99999999999 a.json"])(
  "reads no place in %j",
  (text) => {
    expect(parseRefusedPlace(text)).toBeNull();
  },
);
