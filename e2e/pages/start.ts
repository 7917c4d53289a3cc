import type { Locator, Page } from "@playwright/test";
import { ready } from "#e2e/pages/ready.ts";

/** The start page. */
export type Start = {
  readonly question: Locator;
  readonly open: () => Promise<void>;
  /** The last days, each a link to its events. */
  readonly days: Locator;
  /** Follows one of the questions that it offers. */
  readonly ask: (question: string) => Promise<void>;
};

export function startOn(page: Page): Start {
  return {
    question: page.getByRole("combobox", { name: "What happened?" }),
    days: page.getByRole("region", { name: "The last week of events" }).getByRole("link"),
    open: async () => {
      await page.goto("/");
      await ready(page, "main a");
    },
    ask: async (question) => {
      await page.getByRole("link", { name: question }).click();
      await page.waitForURL(/\/events\?/);
    },
  };
}
