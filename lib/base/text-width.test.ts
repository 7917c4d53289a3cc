import fc from "fast-check";
import { expect, it } from "vitest";
import { cutToWidth, fitToWidth, textWidth } from "#lib/base/text-width.ts";

it.each([
  ["", 0],
  ["StopInstances", 13],
  ["李雷", 4],
  ["🚀", 2],
  ["Zoe\u0308", 3],
  ["…", 1],
])("counts the cells of %j", (text, cells) => {
  expect(textWidth(text)).toBe(cells);
});

it("cuts with an ellipsis only what is too long", () => {
  expect(cutToWidth("StopInstances", 13)).toBe("StopInstances");
  expect(cutToWidth("StopInstances", 5)).toBe("Stop…");
  expect(cutToWidth("李雷李雷", 4)).toBe("李…");
  expect(cutToWidth("abc", 0)).toBe("");
});

it("fills up to the width, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 0, max: 60 }), (text, width) => {
      expect(textWidth(fitToWidth(text, width))).toBe(width);
    }),
  );
});
