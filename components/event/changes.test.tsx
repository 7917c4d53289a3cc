import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "#lib/base/json-text.ts";
import { Changes } from "./changes.tsx";

function wordsOf(count: number): string {
  const items = Array.from({ length: count }, () => ({ oldX: "1", newX: "2" }));
  const record = parseJsonText(JSON.stringify({ requestParameters: { items } }));
  return renderToStaticMarkup(<Changes record={record} />);
}

describe("before and after", () => {
  it("shows so many, and says how many more there are", () => {
    const words = wordsOf(1_500);
    expect(words.match(/<li/g)).toHaveLength(50);
    expect(words).toContain("Not shown: 1,450 more.");
  });

  it("says nothing of the kind where all are shown", () => {
    expect(wordsOf(50).match(/<li/g)).toHaveLength(50);
    expect(wordsOf(50)).not.toContain("Not shown");
  });
});
