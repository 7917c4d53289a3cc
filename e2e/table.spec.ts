import { STOP_DAY, STOP_HOUR } from "#e2e/frozen.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";
import { readCsv } from "#lib/event/testing/read-csv.ts";

const HOUR = { ...STOP_HOUR, limit: "20" };

test.describe("the selection", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("x takes the current event, X all to it, Escape clears", async ({ page, explorer, table }) => {
    await explorer.open(HOUR);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await expect(table.bar).toContainText("1 selected");
    for (let step = 0; step < 3; step++) await page.keyboard.press("j");
    await page.keyboard.press("X");
    await expect(table.bar).toContainText("4 selected");
    await expect(table.marked).toHaveCount(4);
    await page.keyboard.press("x");
    await expect(table.bar).toContainText("3 selected");
    await page.keyboard.press("Escape");
    await expect(table.bar).toBeHidden();
    await expect(table.marked).toHaveCount(0);
  });

  test("is done with boxes that appear under the pointer, and moves nothing", async ({
    page,
    explorer,
    table,
  }) => {
    await explorer.open(HOUR);
    const opener = explorer.rows.nth(3).getByRole("link").first();
    const before = await opener.boundingBox();
    const box = table.box(explorer.rows.nth(3));
    const shown = () => box.evaluate((input) => getComputedStyle(input.parentElement ?? input).opacity);
    expect(await shown()).toBe("0");
    await explorer.rows.nth(3).hover();
    await expect.poll(shown).toBe("1");
    await box.check();
    await table.box(explorer.rows.nth(7)).click({ modifiers: ["Shift"] });
    await expect(table.bar).toContainText("5 selected");
    expect(await opener.boundingBox()).toEqual(before);

    await explorer.rows
      .nth(9)
      .getByRole("cell")
      .last()
      .click({ modifiers: ["Shift"] });
    await expect(table.bar).toContainText("7 selected");
    await expect(explorer.panel.place).toBeHidden();
    expect(await page.evaluate(() => window.getSelection()?.toString())).toBe("");

    await explorer.list.getByRole("checkbox", { name: "Select all events of this page" }).click();
    await expect(table.bar).toContainText("20 selected");
  });

  test("takes a whole burst, and one of its events", async ({ explorer, table }) => {
    await table.openFolded(STOP_DAY);
    const burst = table.bursts.first();
    const size = await table.sizeOf(burst);
    await table.box(burst).check();
    await expect(table.bar).toContainText(`${size} selected`);
    await table.opener(burst).click();
    await table.box(table.members.first()).uncheck();
    await expect(table.bar).toContainText(`${size - 1} selected`);
    await expect(table.box(burst)).toBeChecked({ indeterminate: true });
    await expect(explorer.panel.place).toBeHidden();
  });

  test("lasts while pages are turned, and ends with another question", async ({ explorer, table }) => {
    await explorer.open(HOUR);
    await table.box(explorer.rows.first()).check();
    await explorer.turn(explorer.older);
    await table.box(explorer.rows.first()).check();
    await expect(table.bar).toContainText("2 selected");
    await explorer.turn(explorer.newer);
    await expect(table.box(explorer.rows.first())).toBeChecked();
    await explorer.type("is:write");
    await expect(explorer.count).toHaveText("10 events");
    await expect(table.bar).toBeHidden();
  });

  test("copies the events as JSON, as CSV, and as links", async ({ page, explorer, table, request }) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    const copy = async (name: string) => {
      await table.bar.getByRole("button", { name, exact: true }).click();
      await expect(table.bar.getByRole("button", { name: "Copied" }).first()).toBeVisible();
      await expect(table.bar.getByRole("button", { name: "Copied" })).toHaveCount(0);
    };
    await explorer.open(HOUR);
    const ids = (await explorer.ids()).slice(0, 3);
    await table.box(explorer.rows.first()).check();
    await table.box(explorer.rows.nth(2)).click({ modifiers: ["Shift"] });

    const { events } = await (await request.get("/api/events", { params: { ...HOUR, limit: "3" } })).json();
    await copy("JSON");
    // Where an address is comes from a file of this Waymark's, and is no part of what is taken elsewhere.
    const told = events.map(({ place: _, ...event }: { place: unknown }) => event);
    expect(JSON.parse(await copied())).toEqual({ events: told, count: 3 });

    await copy("CSV");
    const [header = [], ...lines] = readCsv(await copied());
    expect(lines.map((line) => line[header.indexOf("eventId")])).toEqual(ids);

    await copy("Links");
    const { origin } = new URL(page.url());
    expect((await copied()).split("\n")).toEqual(ids.map((id) => `${origin}/events/${id}`));
  });
});

test("two to five selected events are compared side by side", async ({ page, explorer, table }) => {
  const compare = table.bar.getByRole("link", { name: "Compare" });
  await explorer.open(HOUR);
  const ids = await explorer.ids();
  await table.box(explorer.rows.first()).check();
  await expect(table.bar).toContainText("1 selected");
  await expect(compare).toBeHidden();
  const hint = table.bar.getByText("Compare takes two to five events");
  const place = await hint.boundingBox();
  const height = (await table.bar.boundingBox())?.height;
  await table.box(explorer.rows.nth(2)).check();
  await expect(compare).toBeVisible();
  await expect(hint).toBeHidden();
  expect((await compare.boundingBox())?.width).toBe(place?.width);
  expect((await table.bar.boundingBox())?.height).toBe(height);
  await table.box(explorer.rows.nth(6)).click({ modifiers: ["Shift"] });
  await expect(table.bar).toContainText("6 selected");
  await expect(compare).toBeHidden();
  await expect(hint).toBeVisible();
  for (const index of [3, 4, 5, 6]) await table.box(explorer.rows.nth(index)).uncheck();
  await compare.click();
  await expect(page).toHaveURL(`/events/compare?id=${ids[0]}&id=${ids[2]}`);
});

test("rows are compact or comfortable, as chosen last", async ({ page, explorer, table }) => {
  const height = async () => (await explorer.rows.first().boundingBox())?.height ?? 0;
  await explorer.open(HOUR);
  const compact = await height();
  await page.keyboard.press("d");
  await expect(table.roomy).toHaveAttribute("aria-pressed", "true");
  const comfortable = await height();
  expect(comfortable).toBeGreaterThan(compact + 4);

  await page.reload();
  expect(await height()).toBe(comfortable);
  await explorer.ready();
  await table.roomy.click();
  expect(await height()).toBe(compact);
});

test("the names of the columns stay in sight while the list is scrolled", async ({ page, explorer }) => {
  await explorer.open({ ...STOP_DAY, limit: "100" });
  const before = await explorer.headers.first().boundingBox();
  await explorer.rows.last().scrollIntoViewIfNeeded();
  await expect(explorer.rows.first()).not.toBeInViewport();
  expect(await explorer.headers.first().boundingBox()).toEqual(before);
  expect(await sidewaysOverflow(page)).toBe(0);
});

test("a column of a long list follows the pointer while the rows out of sight are taken out, and moves none", async ({
  page,
  explorer,
}) => {
  await explorer.open({ ...STOP_DAY, limit: "500" });
  await expect(explorer.rows).toHaveCount(500);
  const visible = explorer.rows.filter({ visible: true });
  await explorer.list.evaluate((pane) => pane.scrollTo(0, 5_000));
  // By its id: a row that is taken out is no row to readers, and the others' places would change.
  const row = explorer.list.locator(`tr[data-row='${(await explorer.ids())[190]}']`);
  await row.scrollIntoViewIfNeeded();
  const top = async () => (await row.boundingBox())?.y;
  const before = await top();
  const handle = page.getByRole("separator", { name: "Width of the column Event" });
  const box = await handle.boundingBox();
  if (box === null) throw new Error("The column has no handle.");
  await page.mouse.move(box.x + box.width / 2, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 8, { steps: 4 });
  expect(await visible.count()).toBeLessThan(100);
  expect(await top()).toBe(before);
  expect((await handle.boundingBox())?.x).toBeGreaterThan(box.x + 30);
  await page.mouse.up();
  await expect(page).toHaveURL(/cols=/);
  await expect(visible).toHaveCount(500);
  expect(await top()).toBe(before);
});

test("o goes to the event's own page", async ({ page, explorer }) => {
  await explorer.open(HOUR);
  const [id] = await explorer.ids();
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await expect(page).toHaveURL(`/events/${id}`);
});

test("? lists the keys of the table", async ({ page, explorer }) => {
  await explorer.open(HOUR);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  for (const words of ["select the event", "fold bursts", "comfortable or compact", "own page"]) {
    await expect(keys).toContainText(words);
  }
});

test("a row is two lines on a phone, with what happened, by whom, and how it ended", async ({
  page,
  explorer,
  table,
}) => {
  const width = 360;
  await page.setViewportSize({ width, height: 800 });
  await table.openFolded({
    ...STOP_DAY,
    q: "outcome:denied OR event:(RunInstances OR StopInstances OR PutObject)",
  });
  const rows = await explorer.rows.evaluateAll((all) =>
    all.map((row) => {
      const { top, height } = row.getBoundingClientRect();
      const cells = ["event", "actor", "outcome"].map((column) => {
        const cell = row.querySelector<HTMLElement>(`td[data-column='${column}']`);
        const box = cell?.getBoundingClientRect();
        return {
          column,
          words: cell?.textContent.trim() ?? "",
          line: Math.floor((((box?.top ?? 0) + (box?.bottom ?? 0)) / 2 - top) / (height / 2)),
          left: box?.left ?? -1,
          right: box?.right ?? Number.POSITIVE_INFINITY,
        };
      });
      return { height, outcome: row.dataset["outcome"], cells };
    }),
  );
  expect(rows.length).toBeGreaterThan(20);
  expect(new Set(rows.map(({ outcome }) => outcome)).size).toBeGreaterThan(1);
  for (const { height, outcome, cells } of rows) {
    expect(height).toBeGreaterThan(40);
    expect(height).toBeLessThan(60);
    expect(cells.map(({ column, line }) => [column, line])).toEqual([
      ["event", 0],
      ["actor", 1],
      ["outcome", 0],
    ]);
    for (const { column, words, left, right } of cells) {
      // Only what did not succeed takes room to say so.
      if (column === "outcome") expect(words.toLowerCase()).toBe(outcome === "success" ? "" : outcome);
      else expect(words).not.toBe("");
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(width);
    }
  }
  expect(await sidewaysOverflow(page)).toBe(0);
});
