import type { Locator } from "@playwright/test";
import { STOP, STOP_DAY, STOP_HOUR } from "#e2e/frozen.ts";
import { explorerOn } from "#e2e/pages/explorer.ts";
import { textOf } from "#e2e/pages/facts.ts";
import { expect, test } from "#e2e/test.ts";

const HOUR = { ...STOP_HOUR, limit: "20" };

test.describe("the list", () => {
  test("begins with the newest event", async ({ explorer }) => {
    await explorer.open({ ...STOP_DAY, limit: "100" });
    const times = await explorer.rows.getByRole("time").allTextContents();
    expect(times).toHaveLength(100);
    expect(times).toEqual(times.toSorted().toReversed());
    await expect(explorer.list.getByRole("rowheader")).toHaveText(["Mon 16 Nov 2026"]);
  });

  test("is turned around at its time, and stays so in the address", async ({ page, explorer }) => {
    await explorer.open({ ...STOP_HOUR, limit: "200" });
    const newestFirst = await explorer.ids();
    const time = explorer.headers.first();
    await expect(time).toHaveAttribute("aria-sort", "descending");
    await time.getByRole("link").click();
    await expect(time).toHaveAttribute("aria-sort", "ascending");
    await expect(page).toHaveURL(/order=asc/);
    await expect.poll(explorer.ids).toEqual(newestFirst.toReversed());
    await time.getByRole("link").click();
    await expect.poll(explorer.ids).toEqual(newestFirst);
  });

  test("tells reads, writes, and writes that remove something apart, in words", async ({ explorer }) => {
    await explorer.open({ q: "is:read", ...HOUR });
    await expect(explorer.names.getByRole("img", { name: /^read\b/ })).toHaveCount(20);
    await explorer.open({ q: "is:write -event:(Stop* OR Terminate* OR Delete*)", ...HOUR });
    await expect(explorer.names.getByRole("img", { name: "write", exact: true }).first()).toBeVisible();
    await expect(explorer.names.getByRole("img", { name: /^read\b/ })).toHaveCount(0);
    await explorer.open({ q: `id:${STOP.id}` });
    await expect(explorer.names.getByRole("img")).toHaveAccessibleName("write, destructive");
  });

  test("goes to the next page, and back to the same rows", async ({ explorer }) => {
    await explorer.open(HOUR);
    const first = await explorer.ids();
    await explorer.turn(explorer.older);
    const second = await explorer.ids();
    await explorer.turn(explorer.older);
    expect(new Set([...first, ...second, ...(await explorer.ids())]).size).toBe(60);
    await explorer.turn(explorer.newer);
    expect(await explorer.ids()).toEqual(second);
    await explorer.turn(explorer.newer);
    expect(await explorer.ids()).toEqual(first);
    await expect(explorer.newer).toBeHidden();
  });
});

test.describe("a value", () => {
  test("filters by its menu", async ({ explorer }) => {
    await explorer.open(HOUR);
    await explorer.choose(
      explorer.list.getByRole("link", { name: "ecr", exact: true }).first(),
      "Filter by this",
    );
    await expect(explorer.search).toHaveValue("service:ecr");
    await expect(explorer.rows.first()).toContainText("ecr");
    await expect
      .poll(async () => {
        const services = await explorer.rows.getByRole("cell").filter({ hasText: /^ecr$/ }).count();
        return services > 0 && services === (await explorer.rows.count());
      })
      .toBe(true);
  });

  test("is excluded by its menu, and by Alt-click", async ({ explorer }) => {
    await explorer.open(HOUR);
    await explorer.choose(
      explorer.list.getByRole("link", { name: "ecr", exact: true }).first(),
      "Exclude this",
    );
    await expect(explorer.search).toHaveValue("-service:ecr");
    const region = explorer.list.getByRole("link", { name: "us-east-1" });
    await region.first().click({ modifiers: ["Alt"] });
    await expect(explorer.search).toHaveValue("-service:ecr -region:us-east-1");
    await expect(region).toHaveCount(0);
    await expect(explorer.list.getByRole("link", { name: "ecr", exact: true })).toHaveCount(0);
    await expect(explorer.rows.first()).toBeVisible();
  });
});

test.describe("a typed query", () => {
  test("filters, and stands in the address", async ({ page, explorer }) => {
    await explorer.open(STOP_DAY);
    await explorer.type("event:StopInstances -role:SkeddlyAccess");
    await expect(explorer.rows).toHaveCount(1);
    await expect(explorer.rows).toContainText("maint-0311");
    expect(new URL(page.url()).searchParams.get("q")).toBe("event:StopInstances -role:SkeddlyAccess");
  });

  test("with a mistake is told what and where, and shows no empty list and no older numbers", async ({
    page,
    explorer,
    facets,
    histogram,
  }) => {
    await explorer.open(STOP_DAY);
    await expect(facets.of("Region").values.first()).toBeVisible();
    await expect(histogram.legend).toBeVisible();
    await explorer.type('event:StopInstances "unfinished');
    const problem = page.getByRole("search").getByRole("alert");
    await expect(problem).toContainText("At character 21");
    await expect(problem.locator("mark")).toHaveText('"unfinished');
    await expect(explorer.search).toHaveAttribute("aria-invalid", "true");
    await explorer.type("actr:alice event:StopInstances");
    await expect(problem.locator("code")).toHaveText("actr:alice event:StopInstances");
    await expect(problem.locator("mark")).toHaveText("actr:");
    await expect(page.getByRole("search").locator("[data-wrong]")).toHaveText("actr:");
    await expect(page.getByRole("heading", { name: "The search could not be read" })).toBeVisible();
    await expect(page.getByText("Your filter excludes")).toBeHidden();
    await expect(explorer.count).toBeHidden();
    await expect(facets.pane).toHaveText("Nothing was searched.");
    await expect(histogram.legend).toBeHidden();
    await expect(histogram.bars).toBeHidden();

    await page.getByRole("link", { name: "Remove the query" }).click();
    await expect(explorer.rows.first()).toBeVisible();
    await expect(facets.of("Region").values.first()).toBeVisible();
    await expect(histogram.bars).toBeVisible();
    await expect(problem).toBeHidden();
  });

  test("with an unknown field is told the field that was meant", async ({ page, explorer }) => {
    await explorer.open({ q: "evnt:StopInstances", ...STOP_DAY });
    await expect(page.getByRole("search").getByRole("alert")).toContainText("event");
    await expect(explorer.rows).toHaveCount(0);
  });
});

test.describe("the address", () => {
  test("shows somebody else the same rows, columns and open event", async ({ page, browser, explorer }) => {
    await explorer.open({ q: "is:write", ...STOP_DAY, limit: "30", cols: "time,event,error,actor:260" });
    await explorer.turn(explorer.older);
    await explorer.openRow(explorer.rows.nth(4));
    await expect(explorer.panel.sentence).toBeVisible();

    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(page.url());
    const theirs = explorerOn(other);
    await expect(theirs.panel.sentence).toHaveText(await textOf(explorer.panel.sentence));
    expect(await theirs.ids()).toEqual(await explorer.ids());
    expect(await theirs.headers.allTextContents()).toEqual(await explorer.headers.allTextContents());
    await expect(theirs.headers).toHaveText(["Time, UTC", "Event", "Error", "Who"]);
    expect((await theirs.headers.last().boundingBox())?.width).toBeCloseTo(
      (await explorer.headers.last().boundingBox())?.width ?? 0,
      0,
    );
    await context.close();
  });

  test("goes back step by step with the browser", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    const before = await explorer.ids();
    await explorer.type("is:write");
    await expect(explorer.count).toHaveText("10 events");
    await explorer.openRow(explorer.rows.first());
    await page.goBack();
    await expect(explorer.panel.place).toBeHidden();
    await page.goBack();
    await expect.poll(explorer.ids).toEqual(before);
    await expect(explorer.search).toHaveValue("");
  });
});

test.describe("columns", () => {
  test("are chosen and put in order, and stay in the address", async ({ page, explorer }) => {
    // Wide enough for every column: in a narrower list those that nobody chose give way.
    await page.setViewportSize({ width: 1900, height: 900 });
    await explorer.open(HOUR);
    await page.keyboard.press("c");
    const menu = page.getByRole("dialog", { name: "Columns" });
    await menu.getByRole("checkbox", { name: "User agent" }).check();
    await menu.getByRole("checkbox", { name: "Service", exact: true }).uncheck();
    for (let step = 0; step < 7; step++)
      await menu.getByRole("button", { name: "Move User agent up" }).click();
    const chosen = [
      "Time, UTC",
      "User agent",
      "Event",
      "Who",
      "Resource",
      "From",
      "Account",
      "Region",
      "Outcome",
    ];
    await expect(explorer.headers).toHaveText(chosen);
    await page.reload();
    await explorer.ready();
    await expect(explorer.headers).toHaveText(chosen);

    await page.keyboard.press("c");
    await menu.getByRole("button", { name: "Reset" }).click();
    await expect(explorer.headers).toHaveCount(9);
    await expect(explorer.headers.nth(2)).toHaveText("Service");
    expect(new URL(page.url()).searchParams.has("cols")).toBe(false);
  });

  test("that have no room are said to have none, for as long as that is so", async ({ page, explorer }) => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await explorer.open(HOUR);
    await page.keyboard.press("c");
    const squeezed = page.getByRole("dialog", { name: "Columns" }).getByRole("listitem").filter({
      hasText: "no room now",
    });
    const seen = () => explorer.list.getByRole("columnheader").allTextContents();
    await expect(squeezed).toHaveText(["Accountno room now"]);
    expect(await seen()).toEqual(expect.arrayContaining(["Service", "Who", "Region"]));

    await page.setViewportSize({ width: 1100, height: 900 });
    await expect(squeezed).toHaveText(["Serviceno room now", "Fromno room now", "Accountno room now"]);
    await page.setViewportSize({ width: 360, height: 900 });
    await expect(squeezed).toHaveText(["Fromno room now", "Accountno room now", "Regionno room now"]);
    await page.setViewportSize({ width: 1900, height: 900 });
    await expect(squeezed).toHaveCount(0);

    // Columns that a person chose never give way.
    await page.setViewportSize({ width: 1100, height: 900 });
    await expect(squeezed).toHaveCount(3);
    await page.getByRole("checkbox", { name: "Outcome" }).uncheck();
    await expect(squeezed).toHaveCount(0);
  });

  test("have the widths that the address gives them, as shares of the table", async ({ explorer }) => {
    await explorer.open({ ...HOUR, cols: "time:100,event:400,actor:200" });
    const [time = 0, event = 0, actor = 0] = await explorer.headers.evaluateAll((all) =>
      all.map((header) => header.getBoundingClientRect().width),
    );
    expect(event / actor).toBeCloseTo(2, 1);
    expect(event / time).toBeCloseTo(4, 1);
  });
});

test.describe("a column's width", () => {
  const widthOf = async (header: Locator) => (await header.boundingBox())?.width ?? 0;

  test("is dragged, stays in the address, and is given back by a double click", async ({
    page,
    explorer,
  }) => {
    await explorer.open(HOUR);
    const event = explorer.headers.nth(1);
    const handle = explorer.list.getByRole("separator", { name: "Width of the column Event" });
    const before = await widthOf(event);
    const { x = 0, y = 0, width = 0 } = (await handle.boundingBox()) ?? {};
    await page.mouse.move(x + width / 2, y + 8);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 120, y + 8, { steps: 4 });
    await page.mouse.up();
    await expect(page).toHaveURL(/cols=[^&]*event:\d+/);
    const after = await widthOf(event);
    expect(after).toBeCloseTo(before + 120, -1);

    await page.reload();
    await explorer.ready();
    expect(await widthOf(event)).toBeCloseTo(after, 0);
    await handle.dblclick();
    await expect(page).not.toHaveURL(/event:\d/);
  });

  test("is changed by the arrow keys", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    const who = explorer.headers.nth(3);
    const before = await widthOf(who);
    await explorer.list.getByRole("separator", { name: "Width of the column Who" }).press("Shift+ArrowLeft");
    await expect(page).toHaveURL(/cols=[^&]*actor:\d+/);
    expect(await widthOf(who)).toBeCloseTo(before - 32, -1);
  });
});

test.describe("the panel", () => {
  test.use({ permissions: ["clipboard-read", "clipboard-write"] });

  test("filters by any value of the record, by its path", async ({ explorer }) => {
    await explorer.open({ q: `ip:${STOP.address}`, event: STOP.id });
    const path = "userIdentity.sessionContext.sessionIssuer.userName";
    await explorer.panel.branch("sessionIssuer").click();
    await explorer.choose(explorer.panel.leaf(path), "Filter by this");
    await expect(explorer.search).toHaveValue(`ip:${STOP.address} ${path}:OpsAdmin`);
    await expect(explorer.rows).toHaveCount(2);
    await expect(explorer.names).toContainText(["StopInstances", "DescribeInstances"]);
  });

  test("copies a value, and the event's id", async ({ page, explorer }) => {
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await explorer.open({ q: `ip:${STOP.address}`, event: STOP.id });
    await explorer.choose(explorer.panel.fact("Principal").getByRole("link"), "Copy");
    await expect.poll(copied).toBe("arn:aws:sts::444455556666:assumed-role/OpsAdmin/maint-0311");
    await explorer.panel.place.getByRole("button", { name: `Copy event id ${STOP.id}` }).click();
    await expect.poll(copied).toBe(STOP.id);
  });

  test("leaves the list usable, and Escape closes it and returns to the row", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    const opener = explorer.rows.nth(2).getByRole("link").first();
    await explorer.openRow(explorer.rows.nth(2));
    await expect(page).toHaveURL(/event=/);
    await expect(explorer.rows.nth(2)).toHaveAttribute("aria-current", "true");
    await explorer.openRow(explorer.rows.nth(5));
    await expect(explorer.rows.nth(5)).toHaveAttribute("aria-current", "true");
    await explorer.openRow(explorer.rows.nth(2));
    await expect(explorer.rows.nth(2)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("Escape");
    await expect(explorer.panel.place).toBeHidden();
    await expect(opener).toBeFocused();
    await expect(page).not.toHaveURL(/event=/);
  });
});
