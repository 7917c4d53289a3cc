import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { FacetRow } from "./facet-row.tsx";

const EDIT = { hrefOf: (q: string) => `/events?q=${q}`, go: () => undefined };

function drawn(more: string | null): string {
  return renderToStaticMarkup(
    <FacetRow
      field="event"
      value="Decrypt"
      count={1280}
      more={more}
      share={1}
      choice={null}
      q=""
      edit={EDIT}
    />,
  );
}

it("a number that leaves events out says so at itself, to eyes and to readers", () => {
  const row = drawn("1,280 of the newest 2,000 matches");
  expect(row).toContain('data-hint="1,280 of the newest 2,000 matches"');
  expect(row).toMatch(/1,280<span aria-hidden="true">\+<\/span><span[^>]*> or more<\/span>/);
});

it("a number of all is the number alone", () => {
  expect(drawn(null)).not.toContain("or more");
  expect(drawn(null)).not.toContain("+<");
});
