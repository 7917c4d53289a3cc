import { type EmptyWaymark, startEmptyWaymark } from "#e2e/empty-waymark.ts";
import { expectGood } from "#e2e/good-page.ts";
import { expect, test } from "#e2e/test.ts";

/** Before anything is loaded: what somebody sees who has just started Waymark. */

let empty: EmptyWaymark;

test.beforeAll(async () => {
  empty = await startEmptyWaymark();
});
test.afterAll(() => empty.stop());

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test(`with nothing loaded every page says so and leads to a source, at ${viewport.width} px`, async ({
    page,
  }, info) => {
    await page.setViewportSize(viewport);
    await page.goto(empty.address);
    await expect(page.getByRole("main")).toContainText(
      "Nothing is loaded yet: choose where the logs come from.",
    );
    await expect(page.getByRole("link", { name: "Add a bucket" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Explore the sample" })).toBeVisible();
    await expectGood(page, info, "start, empty");

    await page.goto(`${empty.address}/events`);
    await expect(page.getByRole("heading", { name: "Nothing is loaded yet." })).toBeVisible();
    await expect(page.getByRole("link", { name: "Add a source" })).toBeVisible();
    await expect(page.getByText("nothing loaded yet")).toBeVisible();
    const facets = page.getByRole("button", { name: "Facets", exact: true });
    if ((await facets.getAttribute("aria-expanded")) === "false") await facets.click();
    await expect(page.getByRole("complementary", { name: "Facets" })).toHaveText(/No events to count\.$/);
    await expectGood(page, info, "events, nothing loaded");

    for (const [path, name] of [
      ["/sources", "sources, none"],
      ["/views", "views, none"],
    ] as const) {
      await page.goto(`${empty.address}${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expectGood(page, info, name);
    }
  });
}
