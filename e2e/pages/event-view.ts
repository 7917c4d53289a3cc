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
  /** Why it is worth a second look, in words. */
  readonly severities: Locator;
  /** The request or the response, laid out for reading. */
  readonly reading: (title: "Request" | "Response") => Locator;
  readonly changes: Locator;
  /** What happened around it, by the words above a group. */
  readonly around: (title: RegExp) => Locator;
  /** Scrolls to what happened around it, which is read then. */
  readonly lookAround: () => Promise<void>;
  readonly close: Locator;
  readonly ownPage: Locator;
};

export function eventViewOn(page: Page, place: Locator): EventView {
  const article = place.getByRole("article");
  const sectionOf = (title: string) =>
    article.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
  const record = sectionOf("Record as delivered");
  return {
    sentence: article.getByRole("paragraph").first(),
    fact: (name) => factOf(article, name),
    record,
    leaf: (path) => record.locator(`a[data-handle='${path}']`),
    branch: (key) => record.locator("button[aria-expanded]").filter({ hasText: new RegExp(`^${key} \\d`) }),
    copyRecord: record.getByRole("button", { name: "Copy record" }),
    severities: article.getByRole("list", { name: "Severity" }).getByRole("listitem"),
    reading: (title) => sectionOf(title),
    changes: sectionOf("Before and after").getByRole("listitem"),
    around: (title) =>
      article
        .locator("section")
        .filter({ has: page.getByRole("heading", { level: 4, name: title }) })
        .last(),
    lookAround: () => article.getByRole("heading", { name: "Around it" }).scrollIntoViewIfNeeded(),
    close: place.getByRole("button", { name: "Close" }),
    ownPage: place.getByRole("link", { name: "Open the event's page" }),
  };
}
