import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasHidden, splitHidden, visibleText } from "./visible-text.ts";

describe("hidden characters", () => {
  it.each([
    ["invoice\u202egpj.exe", "invoice[U+202E]gpj.exe"],
    ["admin\u200b", "admin[U+200B]"],
    ["a\nb\tc\u0000", "a[LF]b[TAB]c[NUL]"],
    ["c\u2400", "c[NUL]"],
    ["\u001b[31mred", "[ESC][31mred"],
    ["a\u007fb", "a[DEL]b"],
    ["line\u2028two", "line[U+2028]two"],
    ["\u{e0041}", "[U+E0041]"],
    ["\ud800x", "[U+D800]x"],
    ["\ufeffstart", "[U+FEFF]start"],
  ])("%j is shown as %j", (text, shown) => {
    expect(visibleText(text)).toBe(shown);
    expect(hasHidden(text)).toBe(true);
  });

  it.each(["alice@example.com", "日本語", "שלום", "report-générateur", "🧭", "a b"])(
    "%s has none and stays as it is",
    (text) => {
      expect(hasHidden(text)).toBe(false);
      expect(visibleText(text)).toBe(text);
      expect(splitHidden(text)).toEqual([{ kind: "plain", text }]);
    },
  );

  it("are named in words where they have a name", () => {
    expect(splitHidden("a\u202eb")).toEqual([
      { kind: "plain", text: "a" },
      { kind: "hidden", sign: "[U+202E]", name: "right-to-left override (U+202E)" },
      { kind: "plain", text: "b" },
    ]);
  });

  it("never survive, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = visibleText(text);
        expect(hasHidden(shown)).toBe(false);
        const joined = splitHidden(text).map((part) => (part.kind === "plain" ? part.text : part.sign));
        expect(joined.join("")).toBe(shown);
      }),
    );
  });
});
