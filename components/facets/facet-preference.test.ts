import { expect, test } from "vitest";
import { FACET_FIELDS } from "#lib/search/summary.ts";
import { FACETS, readFacetPreference, toggleFacet, writeFacetPreference } from "./facet-preference.ts";

test("every field that has a facet is in the pane, once", () => {
  expect([...FACETS].sort()).toEqual([...FACET_FIELDS].sort());
});

test("a preference is read back as it was written", () => {
  for (const preference of [
    { isShown: true, open: ["event", "ip"] },
    { isShown: false, open: ["role"] },
    { isShown: true, open: [] },
  ] as const) {
    expect(readFacetPreference(writeFacetPreference(preference))).toEqual(preference);
  }
});

test("what a cookie holds beyond facets is ignored", () => {
  expect(readFacetPreference("nonsense,role,<script>")).toEqual({ isShown: true, open: ["role"] });
});

test("opening and closing a facet keeps the order of the pane", () => {
  const opened = toggleFacet({ isShown: true, open: ["ip"] }, "event");
  expect(opened.open).toEqual(["event", "ip"]);
  expect(toggleFacet(opened, "ip").open).toEqual(["event"]);
});
