import type { Locator, Page } from "@playwright/test";

/** The bars over the list, as a person uses them. */
export type HistogramOnPage = {
  readonly place: Locator;
  /** The drawing, which takes the focus; what it says of its cursor is its value's text. */
  readonly bars: Locator;
  readonly legend: Locator;
  readonly zoomOut: Locator;
  /** Drags from one share of the width to another. */
  readonly drag: (from: number, to: number) => Promise<void>;
  /** Points at a share of the width. */
  readonly point: (at: number) => Promise<void>;
};

export function histogramOn(page: Page): HistogramOnPage {
  const place = page.getByRole("region", { name: "Events over time" });
  const bars = place.getByRole("slider");
  const spot = async (share: number) => {
    const box = await bars.boundingBox();
    if (box === null) throw new Error("The histogram is not drawn.");
    return [box.x + box.width * share, box.y + box.height / 2] as const;
  };
  return {
    place,
    bars,
    legend: place.getByRole("list", { name: "Legend" }),
    zoomOut: place.getByRole("button", { name: "Zoom out" }),
    drag: async (from, to) => {
      await page.mouse.move(...(await spot(from)));
      await page.mouse.down();
      await page.mouse.move(...(await spot((from + to) / 2)));
      await page.mouse.move(...(await spot(to)));
      await page.mouse.up();
    },
    point: async (at) => page.mouse.move(...(await spot(at))),
  };
}
