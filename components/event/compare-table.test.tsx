import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "#lib/base/json-text.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { compareRecords } from "./compare-records.ts";
import { CompareTable } from "./compare-table.tsx";
import { linksOf } from "./view.ts";

function wordsOf(...records: readonly unknown[]): string {
  const comparison = compareRecords(records.map((record) => parseJsonText(JSON.stringify(record))));
  const links = linksOf(DEFAULT_VIEW, "UTC");
  return renderToStaticMarkup(
    <CompareTable title="Record" letters={["A", "B"]} comparison={comparison} links={links} />,
  );
}

const huge = (value: string) =>
  Object.fromEntries(Array.from({ length: 4_000 }, (_, index) => [`k${index}`, value]));

describe("a comparison", () => {
  it("says that nothing differs only where that is so", () => {
    expect(wordsOf(huge("x"), huge("x"))).toContain("Nothing differs.");
    expect(wordsOf(huge("x"), { ...huge("x"), last: 1 })).not.toContain("Nothing differs.");
  });

  it("tells what is not in a record from null, from an empty text and from the word null", () => {
    const cells = (value: unknown) =>
      wordsOf({ same: 1, key: "k" }, { same: 1, ...(value !== undefined && { key: value }) })
        .match(/<td.*?<\/td>/g)
        ?.slice(0, 2)
        .at(-1)
        ?.replace(/<[^>]*>/g, "");
    expect(cells(undefined)).toBe("≠differs from A: not in the record");
    expect(cells(null)).toBe("≠differs from A: null");
    expect(cells("")).toBe("≠differs from A: empty");
    expect(wordsOf({ key: "k" }, { key: "null" })).toContain('data-value="null"');
    expect(wordsOf({ key: "k" }, { key: null })).not.toContain('data-value="null"');
  });

  it("says what it leaves out", () => {
    expect(wordsOf(huge("x"), huge("y"))).toContain("Not shown: 2,000 more of these values.");
    const same = wordsOf(huge("x"), huge("x"));
    expect(same).toContain("4,000 equal values");
    expect(same).toContain("Not shown: 3,000 more of these values.");
  });
});
