import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { FieldId } from "#lib/event/fields.ts";
import { FacetSection } from "./facet-section.tsx";

const EDIT = { hrefOf: (q: string) => `/events?q=${q}`, go: () => undefined };

function drawn(field: FieldId): string {
  return renderToStaticMarkup(
    <FacetSection
      field={field}
      known={null}
      isFailed={false}
      question={null}
      round={0}
      q=""
      edit={EDIT}
      isOpen
      onToggle={() => undefined}
    />,
  );
}

it("values are searched where there may be many, and not where all of them are in sight", () => {
  expect(drawn("event")).toContain('aria-label="Search in Event"');
  expect(drawn("readOnly")).not.toContain("Search in");
  expect(drawn("outcome")).not.toContain("Search in");
});
