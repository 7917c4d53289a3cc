import type { Locator, Page } from "@playwright/test";
import { ready } from "#e2e/pages/ready.ts";

/** The start page. */
export type Start = {
  readonly question: Locator;
  readonly open: () => Promise<void>;
  /** Follows one of the questions that it offers. */
  readonly ask: (question: string) => Promise<void>;
};

export function startOn(page: Page): Start {
  return {
    question: page.getByRole("combobox", { name: "What happened?" }),
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
