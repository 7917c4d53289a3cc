import type { Locator, Page } from "@playwright/test";

/** The pages of one session and of one actor. */
export type ActorPages = {
  readonly title: Locator;
  /** A part of the page, by its heading. */
  readonly part: (heading: string) => Locator;
  readonly openSession: (id: string) => Promise<void>;
  readonly openActor: (name: string, parameters?: Readonly<Record<string, string>>) => Promise<void>;
};

export function actorPagesOn(page: Page): ActorPages {
  const main = page.getByRole("main");
  return {
    title: main.getByRole("heading", { level: 1 }),
    part: (heading) =>
      main
        .locator("section")
        .filter({ has: page.getByRole("heading", { name: heading, level: 2, exact: true }) }),
    openSession: async (id) => {
      await page.goto(`/sessions/${encodeURIComponent(id)}`);
    },
    openActor: async (name, parameters = {}) => {
      await page.goto(`/actors/${encodeURIComponent(name)}?${new URLSearchParams(parameters)}`);
    },
  };
}
