import { expectAccessible } from "#e2e/accessible.ts";
import { STOP_DAY, TRAIL } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";

/** Calls that come in bursts, of one hour. */
const BUSY = { from: "2026-11-16T10:00:00Z", to: "2026-11-16T11:00:00Z" };

/** "DescribeInstanceSt", in CSS pixels. */
const LEAST_NAME = 120;

test("bursts of the same call are one row, which says how many and in what time", async ({
  explorer,
  table,
}) => {
  await table.openFolded(STOP_DAY);
  await expect(explorer.rows).toHaveCount(50);
  const burst = table.bursts.first();
  const size = await table.sizeOf(burst);
  expect(size).toBeGreaterThan(1);
  await expect(burst).toContainText(`×${size}`);
  await expect(table.opener(burst)).toHaveAccessibleName(new RegExp(`${size} events in \\d+ (s|min)$`));
  expect(await table.held()).toBeGreaterThan(50);
  await expect(explorer.count).toHaveText("3,488 events");
});

test("the names of calls that begin alike can be told apart beside the facets, in bursts too", async ({
  page,
  explorer,
  table,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await table.openFolded(STOP_DAY);
  await expect(table.bursts.first()).toBeVisible();
  const unreadable = await explorer.list.locator("a[data-handle='event']").evaluateAll((links, least) => {
    return links
      .filter((link) => {
        const seen = Math.min(link.clientWidth, link.parentElement?.clientWidth ?? 0);
        return seen < Math.min(link.scrollWidth - 1, least);
      })
      .map(({ textContent }) => textContent);
  }, LEAST_NAME);
  expect(unreadable).toEqual([]);
});

test("a burst opens in place and shuts again, by mouse and by key, and moves nothing above it", async ({
  page,
  table,
}) => {
  await table.openFolded(STOP_DAY);
  const burst = table.bursts.nth(1);
  const size = await table.sizeOf(burst);
  const before = await burst.boundingBox();
  await table.opener(burst).click();
  await expect(table.members).toHaveCount(size);
  await expect(table.opener(burst)).toHaveAttribute("aria-expanded", "true");
  expect(await burst.boundingBox()).toEqual(before);

  await page.keyboard.press("Enter");
  await expect(table.members).toHaveCount(0);
  await page.keyboard.press("o");
  await expect(table.members).toHaveCount(size);
  await page.keyboard.press("j");
  await expect(table.members.first().getByRole("link").first()).toBeFocused();
  await page.keyboard.press("k");
  await burst.getByRole("cell").nth(1).getByText("×").click();
  await expect(table.members).toHaveCount(0);
});

test("the first rows hold the newest events, none left out", async ({ explorer, table, request }) => {
  await table.openFolded({ ...STOP_DAY, limit: "20" });
  const held = await table.held();
  const answer = await request.get("/api/events", { params: { ...STOP_DAY, limit: String(held) } });
  const { events } = await answer.json();
  for (const burst of await table.bursts.all()) await table.opener(burst).click();
  const shown = await explorer.list
    .locator("tr[data-row]:not([data-burst])")
    .evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
  expect(shown.toSorted()).toEqual(events.map(({ eventId }: { eventId: string }) => eventId).toSorted());
});

test("all pages together hold as many events as are counted, there and back", async ({
  explorer,
  table,
  request,
}) => {
  const view = { q: "service:(ec2 OR kms)", ...BUSY };
  await table.openFolded({ ...view, limit: "10" });
  const first = await explorer.ids();
  let held = await table.held();
  while (await explorer.older.isVisible()) {
    await explorer.turn(explorer.older);
    held += await table.held();
  }
  const { count } = await (await request.get("/api/events/count", { params: view })).json();
  expect(held).toBe(count);
  while (await explorer.newer.isVisible()) await explorer.turn(explorer.newer);
  expect((await explorer.ids())[0]).toBe(first[0]);
});

test("a burst that the end of its page cuts is read on in place, to its last event", async ({
  page,
  explorer,
  table,
}) => {
  const view = BUSY;
  const sizes = async () => {
    await expect(explorer.rows.first()).toBeVisible();
    return new Map(
      await table.bursts.evaluateAll((rows) =>
        rows.map((row) => [row.dataset["row"] ?? "", Number(row.dataset["burst"])] as const),
      ),
    );
  };
  await table.openFolded({ ...view, limit: "500" });
  const whole = await sizes();
  const cutOn = async (limit: number) => {
    await table.openFolded({ ...view, limit: String(limit) });
    return [...(await sizes())].find(([id, size]) => size < (whole.get(id) ?? 0));
  };
  let cut: readonly [string, number] | undefined;
  for (let limit = 3; cut === undefined && limit <= 30; limit++) cut = await cutOn(limit);
  const [id, size] = cut ?? ["", 0];
  expect(size).toBeGreaterThan(1);

  const burst = page.locator(`tr[data-burst][data-row="${id}"]`);
  await table.opener(burst).click();
  await expect(table.members).toHaveCount(size);
  await page.getByRole("button", { name: "It may go on after this page: look" }).click();
  await expect(burst).toHaveAttribute("data-burst", String(whole.get(id)));
  await expect(table.members).toHaveCount(whole.get(id) ?? 0);
  await expect(page.getByRole("button", { name: /^It may go on/ })).toHaveCount(0);
  await table.box(burst).check({ force: true });
  await expect(table.bar).toContainText(`${whole.get(id)} selected`);
});

test("folding is switched off and on, with the total unchanged, and the address says it", async ({
  page,
  explorer,
  table,
}) => {
  await table.openFolded(BUSY);
  await expect(table.bursts.first()).toBeVisible();
  const total = (await explorer.count.textContent()) ?? "";
  await table.fold.click();
  await expect(page).toHaveURL(/fold=off/);
  await expect(table.bursts).toHaveCount(0);
  await expect(explorer.count).toHaveText(total);
  await expect(explorer.rows).toHaveCount(50);

  await page.reload();
  await explorer.ready();
  await expect(table.bursts).toHaveCount(0);
  await page.keyboard.press("z");
  await expect(table.bursts.first()).toBeVisible();
  await expect(page).not.toHaveURL(/fold/);
  await expect(explorer.count).toHaveText(total);
});

test("a link to an event within a burst shows the burst open", async ({ page, explorer, table }) => {
  await table.openFolded(STOP_DAY);
  await table.opener(table.bursts.nth(2)).click();
  const member = table.members.nth(1);
  const id = await member.getAttribute("data-row");
  await explorer.openRow(member);
  await expect(page).toHaveURL(/event=/);

  await page.reload();
  await explorer.ready();
  const current = explorer.list.locator("tr[aria-current]");
  await expect(current).toHaveCount(1);
  await expect(current).toHaveAttribute("data-row", id ?? "");
  await page.keyboard.press("Escape");
  await expect(explorer.panel.place).toBeHidden();
});

test("what the events of a burst differ in is counted, what they share is shown", async ({ table }) => {
  await table.openFolded({ q: "event:Decrypt", ...TRAIL, cols: "time,event,actor,resource,id" });
  const burst = table.bursts.first();
  const size = await table.sizeOf(burst);
  await expect(burst.getByRole("cell").nth(4)).toHaveText(`${size} ids`);
  await expect(burst.getByRole("cell").nth(2).getByRole("link").first()).toBeVisible();
});

for (const width of [1440, 360]) {
  test(`nothing is out of reach at ${width} px, with a burst open and rows selected`, async ({
    page,
    table,
  }) => {
    await page.setViewportSize({ width, height: 860 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await table.openFolded({ ...STOP_DAY, limit: "10" });
    await table.opener(table.bursts.first()).click();
    await page.keyboard.press("x");
    await expect(table.bar).toBeVisible();
    await expectAccessible(page);
  });
}
