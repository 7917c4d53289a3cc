import type { Locator, Page } from "@playwright/test";
import { factOf } from "#e2e/pages/facts.ts";

/** One event, in the panel or on its page. */
export type EventView = {
  readonly sentence: Locator;
  readonly fact: (name: string) => Locator;
  /** The record as delivered, as a tree. */
  readonly record: Locator;
  /** A value of the record, by the path that the query language takes. */
  readonly leaf: (path: string) => Locator;
  /** A branch of the record that folds. */
  readonly branch: (key: string) => Locator;
  readonly copyRecord: Locator;
  readonly close: Locator;
  readonly ownPage: Locator;
};

export function eventViewOn(page: Page, place: Locator): EventView {
  const article = place.getByRole("article");
  const record = article
    .locator("section")
    .filter({ has: page.getByRole("heading", { name: "Record as delivered" }) });
  return {
    sentence: article.getByRole("paragraph").first(),
    fact: (name) => factOf(article, name),
    record,
    leaf: (path) => record.locator(`a[data-handle='${path}']`),
    branch: (key) => record.locator("button[aria-expanded]").filter({ hasText: new RegExp(`^${key} \\d`) }),
    copyRecord: record.getByRole("button", { name: "Copy record" }),
    close: place.getByRole("button", { name: "Close" }),
    ownPage: place.getByRole("link", { name: "Open the event's page" }),
  };
}
