import type { Locator, Page, TestInfo } from "@playwright/test";
import { QUIET_SECONDS, STOP, STOP_DAY, STOP_HOUR, UNKNOWN_DAY } from "#e2e/frozen.ts";
import { expectGood } from "#e2e/good-page.ts";
import { explorerAddress } from "#e2e/pages/explorer.ts";
import { ready } from "#e2e/pages/ready.ts";
import { expect, test } from "#e2e/test.ts";

/** Enough rows to judge a list by. */
const FEW = { ...STOP_HOUR, limit: "10" };

type State = {
  readonly name: string;
  readonly address: string;
  /** What is there once the page is whole. */
  readonly shown: (page: Page) => Locator;
};

const heading = (name: string | RegExp) => (page: Page) => page.getByRole("heading", { name });
const rows = (page: Page) => page.locator("tr[data-row]").first();

const STATES: readonly State[] = [
  { name: "start", address: "/", shown: heading("Sources") },
  { name: "events", address: explorerAddress(FEW), shown: rows },
  {
    name: "events, none",
    address: explorerAddress({ q: "event:Nothing", ...STOP_DAY }),
    shown: heading(/excludes all/),
  },
  { name: "events, unknown", address: explorerAddress(UNKNOWN_DAY), shown: heading(/Nothing was loaded/) },
  { name: "events, quiet", address: explorerAddress(QUIET_SECONDS), shown: heading(/Nothing happened/) },
  {
    name: "events, problem",
    address: explorerAddress({ q: 'event:Stop* "', limit: "0", form: "now" }),
    shown: heading(/could not be read/),
  },
  {
    name: "events, panel",
    address: explorerAddress({ ...FEW, event: STOP.id }),
    shown: heading("Record as delivered"),
  },
  {
    name: "events, all columns",
    address: explorerAddress({
      ...FEW,
      cols: "time,event,error,role,session,principal,key,agent,id,origin",
    }),
    shown: rows,
  },
  { name: "event", address: `/events/${STOP.id}`, shown: heading("Record as delivered") },
  { name: "sources", address: "/sources", shown: heading("Sources") },
  { name: "sources, new", address: "/sources/new", shown: heading("Add a bucket") },
  { name: "views", address: "/views", shown: heading("Views") },
  { name: "actor", address: `/actors/${STOP.person}`, shown: heading(STOP.person) },
  { name: "resource", address: `/resources/${STOP.instance}`, shown: heading(STOP.instance) },
  { name: "blast", address: `/blast?from=actor:${STOP.person}`, shown: heading("Credentials") },
  { name: "names", address: "/settings/names", shown: heading("Names") },
  { name: "api", address: "/docs/api", shown: heading("HTTP API") },
];

const MISSING: readonly State[] = [
  { name: "event, missing", address: "/events/none", shown: heading("No loaded event") },
  { name: "not found", address: "/nowhere", shown: heading("There is no page") },
];

async function expectGoodState(page: Page, info: TestInfo, { name, address, shown }: State): Promise<void> {
  await page.goto(address);
  await ready(page, "main a, main button, main input");
  await expect(shown(page).first()).toBeVisible();
  await expectGood(page, info, name);
}

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 360, height: 740 },
]) {
  test.describe(`at ${viewport.width} px, no rule of accessibility is broken and nothing sticks out`, () => {
    test.use({ viewport });

    for (const state of STATES) {
      test(state.name, ({ page }, info) => expectGoodState(page, info, state));
    }

    test.describe("where there is nothing", () => {
      test.use({ complaints: [/status of 404/] });

      for (const state of MISSING) {
        test(state.name, ({ page }, info) => expectGoodState(page, info, state));
      }
    });

    test("source", async ({ page, sources }, info) => {
      await sources.enter("s3://example-org-cloudtrail/");
      await expect(sources.coverage.getByRole("row").last()).toBeVisible();
      await expectGood(page, info, "source");
    });

    test("session", async ({ page, request }, info) => {
      const { record } = await (await request.get(`/api/events/${STOP.id}`)).json();
      const address = `/sessions/${record.userIdentity.accessKeyId}`;
      await expectGoodState(page, info, { name: "session", address, shown: heading(STOP.session) });
    });

    test("the time picker, the columns, the export, the keys, and the menu of a value", async ({
      page,
      explorer,
    }, info) => {
      // Five times all rules, twice.
      test.setTimeout(120_000);
      await explorer.open(FEW);
      await explorer.time.click();
      await expect(page.getByRole("dialog", { name: "Time" })).toBeVisible();
      await expectGood(page, info, "time");
      await page.keyboard.press("Escape");
      await page.keyboard.press("c");
      await expect(page.getByRole("dialog", { name: "Columns" })).toBeVisible();
      await expectGood(page, info, "columns");
      await page.keyboard.press("Escape");
      await page.keyboard.press("e");
      await expect(page.getByRole("dialog", { name: "Export" })).toContainText("of this view");
      await expectGood(page, info, "export");
      await page.keyboard.press("Escape");
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog", { name: "Keys" })).toContainText("this list");
      await expectGood(page, info, "keys");
      await page.keyboard.press("Escape");
      await explorer.rows.first().getByRole("link").nth(2).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await expectGood(page, info, "menu");
    });
  });
}

test("a very wide window is used, and nothing in it is cut off that has room", async ({
  page,
  explorer,
}, info) => {
  await page.setViewportSize({ width: 2560, height: 1440 });
  await explorer.open({ ...FEW, event: STOP.id });
  await expect(explorer.panel.sentence).toBeVisible();
  await expectGood(page, info, "wide");
  const outcome = explorer.rows.first().locator("td[data-column='outcome']");
  await expect(outcome).toBeInViewport({ ratio: 1 });
  const panel = await explorer.panel.place.boundingBox();
  expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBe(2560);
  const cut = await explorer.list
    .locator("td[data-column] > *")
    .evaluateAll((all) =>
      all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map(({ textContent }) => textContent),
    );
  expect(cut).toEqual([]);
});

test("the theme that was chosen comes with the page", async ({ page, start }) => {
  await start.open();
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole("button", { name: /^Theme/ }).click();
  await page.getByRole("menuitemradio", { name: "Dark" }).click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  expect(await background()).toBe(dark);
});

test("nothing moves where the system asks for less motion", async ({ page, explorer }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await explorer.open({ ...STOP_HOUR, event: STOP.id });
  await expect(explorer.panel.sentence).toBeVisible();
  const longest = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].flatMap((text) =>
          text.split(",").map(Number.parseFloat),
        );
      }),
    ),
  );
  expect(longest).toBeLessThanOrEqual(0.001);
});

test("the focus is always seen: every stop of the Tab key is drawn", async ({ page, start }) => {
  await start.open();
  const seen: string[] = [];
  for (let stop = 0; stop < 30; stop++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const places = [
        element,
        element.parentElement,
        element.closest("label, div, form"),
        element.closest("div:has(> label)"),
      ];
      const isDrawn = places.some((place) => {
        if (place === null) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1) || boxShadow !== "none";
      });
      const { width, height } = element.getBoundingClientRect();
      return {
        words: element.textContent || element.getAttribute("aria-label") || element.id,
        isDrawn,
        width,
        height,
      };
    });
    if (focus === null) break;
    expect(focus).toMatchObject({ words: focus.words, isDrawn: true });
    expect(Math.min(focus.width, focus.height)).toBeGreaterThan(4);
    seen.push(focus.words);
  }
  expect(seen.length).toBeGreaterThan(10);
  expect(seen[0]).toBe("Skip to the content");
});

test("every button and link of the explorer has a name for readers", async ({ page, explorer }) => {
  await explorer.open(STOP_HOUR);
  const client = await page.context().newCDPSession(page);
  await client.send("Accessibility.enable");
  // The browser's own tree: axe takes names from where readers do not.
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  const controls = nodes.filter(({ role }) => ["button", "link", "combobox", "slider"].includes(role?.value));
  expect(controls.length).toBeGreaterThan(50);
  expect(controls.filter(({ name }) => !name?.value)).toEqual([]);
  expect(controls.map(({ name }) => name?.value)).toContain("Export");
});

test("the first Tab leads past the header", async ({ page, explorer }) => {
  await explorer.open(STOP_HOUR);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});
