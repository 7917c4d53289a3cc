import type { Locator, Page } from "@playwright/test";
import { ready } from "#e2e/pages/ready.ts";

/** The form for events of the last 90 days, on the page where sources are added. */
export type LookupForm = {
  readonly regions: Locator;
  readonly ask: Locator;
  readonly load: Locator;
  readonly answered: Locator;
  readonly problem: Locator;
  readonly range: Locator;
  readonly open: () => Promise<void>;
  /** Fills in regions of a server that is not AWS. */
  readonly fill: (place: { readonly regions: string; readonly endpoint: string }) => Promise<void>;
};

export function lookupFormOn(page: Page): LookupForm {
  const regions = page.getByRole("textbox", { name: "Regions to read" });
  return {
    regions,
    ask: page.getByRole("button", { name: /^Ask the regions/ }),
    load: page.getByRole("button", { name: /^Load/ }),
    answered: page.getByRole("region", { name: "What LookupEvents answered" }),
    problem: page.getByRole("main").getByRole("alert"),
    range: page.getByRole("combobox", { name: "How far back" }),
    open: async () => {
      await page.goto("/sources/new");
      await ready(page, "#lookup-regions");
    },
    fill: async (place) => {
      await regions.fill(place.regions);
      await page.getByText("Credentials and endpoint").click();
      await page.getByRole("textbox", { name: "CloudTrail endpoint" }).fill(place.endpoint);
    },
  };
}
