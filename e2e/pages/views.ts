import type { Locator, Page } from "@playwright/test";
import { ready } from "#e2e/pages/ready.ts";

/** Sharing a view, and the views that were saved. */
export type Views = {
  /** What Share opens. */
  readonly sheet: Locator;
  readonly share: () => Promise<void>;
  /** Saves the view that is open, and answers its short address. */
  readonly save: (text: { name: string; description?: string; note?: string }) => Promise<string>;
  readonly open: () => Promise<void>;
  readonly named: (name: string) => Locator;
};

export function viewsOn(page: Page): Views {
  const sheet = page.getByRole("dialog", { name: "Share this view" });
  const share = async () => {
    await page.getByRole("button", { name: "Share" }).click();
    await sheet.waitFor();
  };
  return {
    sheet,
    share,
    save: async ({ name, description = "", note = "" }) => {
      await share();
      await sheet.getByRole("button", { name: "Save this view" }).click();
      await sheet.getByLabel("Name").fill(name);
      await sheet.getByLabel("Description").fill(description);
      await sheet.getByLabel("Owner's note").fill(note);
      await sheet.getByRole("button", { name: "Save view" }).click();
      return (await sheet.getByText(/^\/s\/[a-z0-9]+$/).textContent()) ?? "";
    },
    open: async () => {
      await page.goto("/views");
      await ready(page, "main a");
    },
    named: (name) =>
      page.getByRole("listitem").filter({ has: page.getByRole("heading", { name, exact: true }) }),
  };
}
