import type { Page } from "@playwright/test";
import { type EventView, eventViewOn } from "#e2e/pages/event-view.ts";
import { ready } from "#e2e/pages/ready.ts";

/** The permanent address of one event. */
export type EventPage = EventView & { readonly open: (id: string) => Promise<void> };

export function eventPageOn(page: Page): EventPage {
  return {
    ...eventViewOn(page, page.getByRole("main")),
    open: async (id) => {
      await page.goto(`/events/${encodeURIComponent(id)}`);
      await ready(page, "article");
    },
  };
}
