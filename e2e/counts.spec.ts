import { STOP_DAY, TRAIL } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";

const QUERIES = [
  "event:StopInstances",
  "identity:Root",
  "event:ConsoleLogin -outcome:success",
  "event:(StartInstances OR StopInstances) -role:SkeddlyAccess",
  '"203.0.113.198"',
  "service:iam is:write",
  "resource:*OpsAdmin",
  "requestParameters.force:*",
  "ip:198.51.100.0/24 NOT (is:read OR outcome:success)",
] as const;

for (const q of QUERIES) {
  test(`${q}: the number shown is the number of rows over all pages, and of the API`, async ({
    explorer,
    request,
  }) => {
    await explorer.open({ q, ...TRAIL, limit: "100" });
    const seen = [...(await explorer.ids())];
    while (await explorer.older.isVisible()) {
      await explorer.turn(explorer.older);
      seen.push(...(await explorer.ids()));
    }
    const answer = await request.get("/api/events/count", { params: { q, ...TRAIL } });
    const { count, exact } = await answer.json();

    expect(exact).toBe(true);
    expect(count).toBeGreaterThan(0);
    expect(seen).toHaveLength(count);
    expect(new Set(seen).size).toBe(count);
    await expect(explorer.count).toHaveText(
      `${count.toLocaleString("en-GB")} ${count === 1 ? "event" : "events"}`,
    );
  });
}

test("what is counted beside the list is asked with the search, not with its pages, the panel or the columns", async ({
  page,
  explorer,
  facets,
  histogram,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/^\/api\/(?:facets|histogram|gaps)$/.test(pathname)) asked.push(pathname);
  });
  // No page comes ahead: each is drawn by the server.
  await page.route("**/events/rows?*", (route) => route.fulfill({ json: null }));
  await explorer.open({ ...STOP_DAY, limit: "20" });
  await expect(histogram.bars).toBeVisible();
  await facets.settled();
  await explorer.openRow(explorer.rows.first());
  await page.keyboard.press("Escape");
  await expect(explorer.panel.place).toHaveCount(0);
  await explorer.list.getByRole("separator", { name: "Width of the column Who" }).press("Shift+ArrowLeft");
  await expect(page).toHaveURL(/cols=/);
  await explorer.turn(explorer.older);
  await explorer.turn(explorer.older);
  await explorer.turn(explorer.newer);
  await expect(explorer.list).toHaveAttribute("aria-busy", "false");
  expect(asked.toSorted()).toEqual(["/api/facets", "/api/gaps", "/api/histogram"]);

  for (const [at, q] of ["", "is:write"].entries()) {
    await explorer.type(q);
    await expect.poll(() => asked.length).toBeGreaterThanOrEqual(6 + 3 * at);
    await facets.settled();
    await expect(histogram.place).toHaveAttribute("aria-busy", "false");
    expect(asked).toHaveLength(6 + 3 * at);
  }
});

test("two halves of a time hold what the whole holds", async ({ request }) => {
  const middle = "2026-11-05T12:34:56Z";
  const count = async (from: string, to: string) =>
    (await (await request.get("/api/events/count", { params: { q: "is:write", from, to } })).json()).count;
  const halves = (await count(TRAIL.from, middle)) + (await count(middle, TRAIL.to));
  expect(halves).toBe(await count(TRAIL.from, TRAIL.to));
  expect(halves).toBeGreaterThan(10_000);
});

test("the last week leads from each day to the events it counts", async ({ start, page, request }) => {
  await start.open();
  await expect(start.days).toHaveCount(7);
  const day = start.days.last();
  const address = new URL((await day.getAttribute("href")) ?? "", page.url());
  const answer = await request.get(`/api/events/count${address.search}`);
  const { count }: { count: number } = await answer.json();
  expect(count).toBeGreaterThan(0);
  await expect(day).toContainText(`${count.toLocaleString("en-GB")} events`);
  await day.click();
  await expect(page).toHaveURL(address.href);
});
