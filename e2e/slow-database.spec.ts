import { TRAIL } from "#e2e/frozen.ts";
import { expectGood } from "#e2e/good-page.ts";
import { type HeldDatabase, holdEvents } from "#e2e/held-database.ts";
import { explorerAddress } from "#e2e/pages/explorer.ts";
import { expect, test } from "#e2e/test.ts";

/** A database that is too busy to answer in time: events are held back from everybody while a test asks for them. */

/** What the roll-up cannot count, so that events must be read for it. */
const BROAD = { q: "-service:iam -region:us-west-2", ...TRAIL };

// What is counted beside the list is stopped, too.
test.use({ complaints: [/status of 504/] });

let held: HeldDatabase | null = null;

test.afterEach(async () => {
  await held?.release();
  held = null;
});

test("a count that takes too long says at least how many there are, and the list is whole", async ({
  page,
  explorer,
  exports,
}) => {
  // What the page asks for later would be taken for the second count.
  await page.route(/\/api\/(?:facets|histogram|gaps)\?|\/events\/rows\?/, () => undefined);
  held = await holdEvents();
  const opening = page.goto(explorerAddress({ ...BROAD, limit: "20" }));
  // The exact count is given up after a second and a half; what begins then is content with less.
  await held.waitForLater(1_200);
  await held.release();
  held = null;
  await opening;
  await explorer.ready();
  await expect(explorer.count).toHaveText("at least 10,000 events");
  await expect(explorer.rows.first()).toBeVisible();

  await page.route("**/api/events/count?*", (route) =>
    route.fulfill({ json: { count: 10_000, exact: false } }),
  );
  await exports.open();
  await expect(exports.menu).toContainText("All at least 10,000 events of this view");
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("a list that takes too long is stopped, which the page says, and offers shorter times", async ({
  page,
  explorer,
  facets,
  histogram,
}, info) => {
  held = await holdEvents();
  const began = Date.now();
  const opening = page.goto(explorerAddress({ ...BROAD, limit: "20" }));
  const { list } = explorer;
  await expect(page.getByRole("paragraph").getByText("Counting", { exact: true })).toBeAttached();
  await expect(page.getByText("Loading events", { exact: true })).toBeAttached();
  const note = list.getByRole("alert");
  await expect(note).toContainText("The search took too long and was stopped.", { timeout: 20_000 });
  await expect(note).toContainText("Narrow the time range or add a filter.");
  expect(Date.now() - began).toBeGreaterThan(9_000);
  await opening;
  await explorer.ready();
  await expect(explorer.rows).toHaveCount(0);
  await expect(explorer.count).toHaveCount(0);
  for (const beside of [histogram.place, facets.pane]) {
    await expect(beside).toContainText("Not counted: it took too long.", { timeout: 20_000 });
    await expect(beside.getByRole("button", { name: "Try again" })).toBeVisible();
  }
  await expect(page.getByText("The search took too long and was stopped.")).toHaveCount(1);
  await expect(page.getByText("Narrow the time range or add a filter.")).toHaveCount(1);
  const offers = list.getByRole("link", { name: /^Its last / });
  await expect(offers).toHaveText(["Its last 7 d", "Its last 24 h", "Its last 3 h"]);
  await expectGood(page, info, "stopped list");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(note.getByRole("button", { name: "Search again" })).toBeInViewport({ ratio: 1 });
  await expectGood(page, info, "stopped list, narrow");
  await page.setViewportSize({ width: 1280, height: 720 });

  await held.release();
  held = null;
  await offers.nth(1).click();
  await expect(page).toHaveURL(/from=2026-11-19T00:00:00Z&to=2026-11-20T00:00:00Z/);
  await expect(explorer.rows).toHaveCount(20);
  await expect(explorer.count).toHaveText(/^[\d,]+ events$/);
});
