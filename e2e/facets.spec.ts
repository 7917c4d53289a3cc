import { expectAccessible } from "#e2e/accessible.ts";
import { STOP_DAY, TRAIL } from "#e2e/frozen.ts";
import { textOf } from "#e2e/pages/facts.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";

const DAY = { ...STOP_DAY, limit: "20" };
const WIDE = { width: 1440, height: 900 };

test.use({ viewport: WIDE });

/** A count as the list says it. */
function said(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "event" : "events"}`;
}

for (const [label, field] of [
  ["Event", "event"],
  ["Who", "actor"],
  ["Outcome", "outcome"],
  ["Account", "account"],
  ["Region", "region"],
] as const) {
  test(`${label}: a value's count is the number of events that a click on it lists`, async ({
    page,
    explorer,
    facets,
  }) => {
    await explorer.open({ ...TRAIL, limit: "20" });
    const facet = facets.of(label);
    const [, name = ""] = await facet.names();
    const count = await facet.countOf(name);
    await facet.include(name);
    await expect(page).toHaveURL(new RegExp(`${field}:`));
    await expect(explorer.count).toHaveText(said(count));
    await facets.settled();
    // Its siblings are counted without it, so they stay as they were.
    expect(await facet.countOf(name)).toBe(count);
    await expect(facet.values).not.toHaveCount(1);
  });
}

test("Who: a count with a plus is less than a click lists, where somebody acted through a role", async ({
  page,
  explorer,
  facets,
  request,
}) => {
  await explorer.open({ ...TRAIL, limit: "20" });
  const facet = facets.of("Who");
  const name = "marek.novak@example.com";
  await facet.search(name);
  const count = await facet.countOf(name);
  expect(await facet.isAtLeast(name)).toBe(true);
  await expect(facet.value(name)).toContainText(`${count.toLocaleString("en-GB")}+`);
  await facet.include(name);
  await expect(page).toHaveURL(/actor:/);
  const params = { q: `actor:${name}`, ...TRAIL };
  const answer = await (await request.get("/api/events/count", { params })).json();
  expect(answer.count).toBeGreaterThan(count);
  await expect(explorer.count).toHaveText(said(answer.count));
});

test("a second value widens, a click on it again takes it back", async ({ page, explorer, facets }) => {
  await explorer.open(DAY);
  const event = facets.of("Event");
  const [first = "", second = ""] = await event.names();
  const sum = (await event.countOf(first)) + (await event.countOf(second));
  await event.include(first);
  await expect(event.value(first).getByRole("link").first()).toHaveAttribute("aria-current", "true");
  await event.include(second);
  await expect(explorer.count).toHaveText(said(sum));
  await expect(explorer.search).toHaveValue(`event:(${first} OR ${second})`);
  await event.include(second);
  await event.include(first);
  await expect(page).not.toHaveURL(/q=/);
});

test("excluding leaves out exactly the value's events, and shows it struck out", async ({
  explorer,
  facets,
}) => {
  await explorer.open(DAY);
  await expect(explorer.count).toBeVisible();
  const all = Number((await textOf(explorer.count)).replaceAll(/\D/g, ""));
  const event = facets.of("Event");
  const count = await event.countOf("AssumeRole");
  await event.exclude("AssumeRole");
  await expect(explorer.count).toHaveText(said(all - count));
  await expect(event.value("AssumeRole").getByText("excluded:")).toBeAttached();
  await expect(explorer.search).toHaveValue("-event:AssumeRole");
});

test("only this drops the other choices of its facet, and the heading drops all", async ({
  explorer,
  facets,
}) => {
  await explorer.open({ ...DAY, q: "is:read event:(AssumeRole OR Decrypt)" });
  const event = facets.of("Event");
  await event.only("Decrypt");
  await expect(explorer.search).toHaveValue("is:read event:Decrypt");
  await facets.pane.getByRole("link", { name: "Drop what is chosen of Event: 1" }).click();
  await expect(explorer.search).toHaveValue("is:read");
});

test("searching within a facet finds values that are not among the top ones", async ({
  explorer,
  facets,
}) => {
  await explorer.open(DAY);
  const event = facets.of("Event");
  await expect(event.values.first()).toBeVisible();
  await expect(event.value("StopInstances")).toHaveCount(0);
  await event.search("stopinst");
  await expect(event.values).toHaveCount(1);
  expect(await event.countOf("StopInstances")).toBe(2);
  await event.include("StopInstances");
  await expect(explorer.count).toHaveText("2 events");
});

test("a collapsed facet is not asked for; open ones are asked for at once, and are remembered", async ({
  page,
  explorer,
  facets,
}) => {
  const asked: string[][] = [];
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.pathname === "/api/facets") asked.push(url.searchParams.getAll("field"));
  });
  await explorer.open(DAY);
  await expect(facets.of("Region").values.first()).toBeVisible();
  expect(asked).toEqual([["event", "actor", "account", "region", "outcome"]]);

  await facets.of("Service").heading.click();
  await expect(facets.of("Service").value("ec2")).toBeVisible();
  expect(asked.slice(1)).toEqual([["service"]]);

  await facets.of("Event").heading.click();
  await facets.of("Who").heading.click();
  await page.reload();
  await explorer.ready();
  await expect(facets.of("Region").values.first()).toBeVisible();
  await expect(facets.of("Event").heading).toHaveAttribute("aria-expanded", "false");
  expect(asked.slice(2)).toEqual([["service", "account", "region", "outcome"]]);
});

test.describe("without a mouse", () => {
  test("f goes to the facets, arrows through them, Enter adds, − excludes, o asks for only it", async ({
    page,
    explorer,
    facets,
  }) => {
    await explorer.open(DAY);
    const event = facets.of("Event");
    const names = await event.names();
    await page.keyboard.press("f");
    await expect(event.heading).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(explorer.search).toHaveValue(`event:${names[0]}`);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("-");
    await expect(explorer.search).toHaveValue(`event:${names[0]} -event:${names[1]}`);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("o");
    await expect(explorer.search).toHaveValue(`event:${names[2]}`);
  });
});

test.describe("when the counts do not come", () => {
  test.use({ complaints: [/status of 503/] });

  test("the list is there, the last counts stay, marked, and can be asked for again", async ({
    page,
    explorer,
    facets,
  }) => {
    await explorer.open(DAY);
    const event = facets.of("Event");
    await expect(event.values.first()).toBeVisible();
    const failing = {
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "The search took too long and was stopped.",
        code: "query-timeout",
        remedy: "Narrow the time range or add a filter.",
      }),
    };
    await page.route("**/api/facets?*", (route) => route.fulfill(failing));
    await explorer.type("is:write");
    await expect(facets.pane).toContainText("Not counted: it took too long. These are the last counts");
    await expect(event.values.first()).toBeVisible();
    await expect(explorer.list).toHaveAttribute("aria-busy", "false");
    await expect(explorer.rows.first()).toBeVisible();
    await expectAccessible(page);
    await page.unroute("**/api/facets?*");
    await facets.pane.getByRole("button", { name: "Try again" }).click();
    await expect(facets.pane).not.toContainText("Not counted");
  });

  test("the list never waits for them", async ({ page, explorer, facets }) => {
    await page.route("**/api/facets?*", () => undefined);
    await explorer.open(DAY);
    await expect(explorer.rows.first()).toBeVisible();
    await expect(facets.pane).toHaveAttribute("aria-busy", "true");
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
});

for (const width of [360, 1000]) {
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 740 } });

    test("a button opens the facets as a sheet, which asks only then, and Escape closes it", async ({
      page,
      explorer,
      facets,
    }) => {
      let asked = 0;
      page.on("request", (request) => {
        if (request.url().includes("/api/facets")) asked += 1;
      });
      await explorer.open(DAY);
      await expect(facets.pane).toBeHidden();
      expect(asked).toBe(0);
      await facets.toggle.click();
      const event = facets.of("Event");
      await expect(event.values.first()).toBeVisible();
      expect(await sidewaysOverflow(page)).toBe(0);
      await expectAccessible(page);
      await event.exclude("AssumeRole");
      await expect(explorer.search).toHaveValue("-event:AssumeRole");
      await event.heading.focus();
      await page.keyboard.press("Escape");
      await expect(facets.pane).toBeHidden();
    });
  });
}
