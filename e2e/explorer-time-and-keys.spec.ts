import { QUIET_SECONDS, STOP_DAY, STOP_HOUR } from "#e2e/frozen.ts";
import { expect, test } from "#e2e/test.ts";

const HOUR = { ...STOP_HOUR, limit: "20" };

test.describe("time", () => {
  test("is chosen from spans until now", async ({ page, explorer }) => {
    await explorer.open({ q: "event:StopInstances" });
    await explorer.choosePreset("Last 7 d");
    await expect(page).toHaveURL(/from=now-7d/);
    await explorer.choosePreset("All time");
    await expect(page).not.toHaveURL(/from=/);
    await expect(explorer.count).toHaveText("23 events");
  });

  test("is chosen as so long until now", async ({ page, explorer }) => {
    await explorer.open();
    await explorer.time.click();
    const picker = page.getByRole("dialog", { name: "Time" });
    await picker.getByRole("spinbutton", { name: "Last" }).fill("45");
    await picker.getByRole("combobox", { name: "Unit" }).selectOption("minutes");
    await picker.getByRole("button", { name: "Apply" }).first().click();
    await expect(explorer.time).toHaveText("Last 45 min");
    await expect(page).toHaveURL(/from=now-45m/);
  });

  test("is typed, from and to, and a wrong one is told beside its field", async ({ page, explorer }) => {
    await explorer.open(STOP_DAY);
    await page.keyboard.press("t");
    const picker = page.getByRole("dialog", { name: "Time" });
    const from = picker.getByRole("textbox", { name: "From, UTC" });
    const to = picker.getByRole("textbox", { name: "To, UTC" });
    await expect(from).toHaveValue("2026-11-16 00:00");

    await from.fill("16.11.2026");
    await picker.getByRole("button", { name: "Apply" }).last().click();
    await expect(from).toHaveAccessibleDescription("Write 2026-11-12 14:31, or now-7d.");

    await from.fill("2026-11-16 03:00");
    await to.fill("2026-11-16 02:00");
    await picker.getByRole("button", { name: "Apply" }).last().click();
    await expect(to).toHaveAccessibleDescription(/before/);

    await to.fill("2026-11-16 04:00");
    await picker.getByRole("button", { name: "Apply" }).last().click();
    await expect(explorer.time).toHaveText("16 Nov 2026 03:00 – 04:00");
    await expect(explorer.count).toHaveText("116 events");
  });
});

test("a time in seconds stays so, and an end that nobody changes stays as it is", async ({
  page,
  explorer,
}) => {
  await explorer.open(QUIET_SECONDS);
  const picker = page.getByRole("dialog", { name: "Time" });
  const to = picker.getByRole("textbox", { name: "To, UTC" });
  await page.keyboard.press("t");
  await expect(picker.getByRole("textbox", { name: "From, UTC" })).toHaveValue("2026-11-16 03:59:10");
  await expect(to).toHaveValue("2026-11-16 03:59:40");
  await picker.getByRole("button", { name: "Apply" }).last().click();
  await expect(picker).toBeHidden();
  await expect(explorer.time).toHaveText("16 Nov 2026 03:59:10 – 03:59:40");

  await page.keyboard.press("t");
  await to.fill("2026-11-16 04:10");
  await picker.getByRole("button", { name: "Apply" }).last().click();
  await expect(explorer.time).toHaveText("16 Nov 2026 03:59 – 04:10");
  expect(new URL(page.url()).searchParams.get("from")).toBe(QUIET_SECONDS.from);
});

test.describe("the zone", () => {
  test.use({ timezoneId: "America/St_Johns" });

  test("is named, and changes from UTC to local and back", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    await expect(explorer.headers.first()).toHaveText("Time, UTC");
    await expect(explorer.rows.first().getByRole("time")).toHaveText("03:59:09");

    await page.getByRole("button", { name: "Time zone: UTC" }).click();
    await page.getByRole("menuitemradio", { name: "America/St_Johns, local" }).click();
    await expect(explorer.headers.first()).toHaveText("Time, America/St_Johns");
    await expect(explorer.rows.first().getByRole("time")).toHaveText("00:29:09");
    await expect(explorer.time).toHaveText("15 Nov 2026 23:30 – 16 Nov 2026 00:30");
    await expect(page).toHaveURL(/tz=local/);

    await page.getByRole("button", { name: "Time zone: America/St_Johns" }).click();
    await page.getByRole("menuitemradio", { name: "UTC" }).click();
    await expect(explorer.rows.first().getByRole("time")).toHaveText("03:59:09");
  });

  test("of another place comes with the address", async ({ page, explorer }) => {
    await explorer.open({ ...HOUR, tz: "America/New_York" });
    await expect(explorer.headers.first()).toHaveText("Time, America/New_York");
    await expect(explorer.rows.first().getByRole("time")).toHaveText("22:59:09");
    await expect(explorer.list.getByRole("rowheader")).toHaveText("Sun 15 Nov 2026");
    await expect(page.getByRole("button", { name: "Time zone: America/New_York" })).toBeVisible();
  });
});

test("the zone of the address goes along to the pages of events, and back", async ({ page, explorer }) => {
  await explorer.open({ q: "event:StopInstances", ...HOUR, tz: "Europe/Berlin" });
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.waitForURL(/\/events\/[^?]+\?tz=Europe\/Berlin$/);
  await expect(page.getByRole("main")).toContainText("Europe/Berlin");
  await page.getByRole("navigation", { name: "Back" }).getByRole("link").click();
  await expect(page).toHaveURL(/\/events\?tz=Europe\/Berlin$/);

  await explorer.open({ q: "event:StopInstances", ...HOUR, tz: "Europe/Berlin" });
  await explorer.openRow(explorer.rows.first());
  await explorer.panel.place.getByRole("link", { name: "Open the event's page" }).click();
  await page.waitForURL(/\?tz=Europe\/Berlin$/);
  await page.getByRole("link", { name: "Events", exact: true }).first().click();
  await expect(page).toHaveURL(/\/events\?tz=Europe\/Berlin$/);
});

test.describe("without a mouse", () => {
  test("/ goes to the search box, Enter searches, and the list's keys work again", async ({
    page,
    explorer,
  }) => {
    await explorer.open(STOP_DAY);
    await page.keyboard.press("/");
    await expect(explorer.search).toBeFocused();
    await page.keyboard.type("event:StopInstances");
    await page.keyboard.press("Enter");
    await expect(explorer.count).toHaveText("2 events");
    await page.keyboard.press("j");
    await expect(explorer.rows.first().getByRole("link").first()).toBeFocused();
  });

  test("j and k go through the events, Enter opens one, then the panel goes along", async ({
    page,
    explorer,
  }) => {
    const opener = (index: number) => explorer.rows.nth(index).getByRole("link").first();
    await explorer.open(HOUR);
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(opener(1)).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(explorer.panel.place).toBeVisible();
    await expect(explorer.rows.nth(1)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("j");
    await expect(explorer.rows.nth(2)).toHaveAttribute("aria-current", "true");
    await page.keyboard.press("Escape");
    await expect(explorer.panel.place).toBeHidden();
    await expect(opener(2)).toBeFocused();
  });

  test("arrows reach the values of an event, and Enter opens a value's menu", async ({ page, explorer }) => {
    await explorer.open({ q: "service:ecr", ...HOUR });
    await page.keyboard.press("j");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const menu = page.getByRole("menu", { name: /^Event / });
    await expect(menu).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(menu).toBeHidden();
    await expect(explorer.rows.first().getByRole("link").nth(2)).toBeFocused();
  });

  test("n and p turn the pages", async ({ page, explorer }) => {
    await explorer.open(HOUR);
    const first = await explorer.ids();
    await page.keyboard.press("n");
    await expect(explorer.newer).toBeVisible();
    expect(await explorer.ids()).not.toEqual(first);
    await page.keyboard.press("p");
    await expect(explorer.newer).toBeHidden();
    expect(await explorer.ids()).toEqual(first);
  });

  test("? lists the keys, and typing a question mark into the search box does not", async ({
    page,
    explorer,
  }) => {
    const keys = page.getByRole("dialog", { name: "Keys" });
    const opener = page.getByRole("button", { name: "Keys" });
    await explorer.open(HOUR);
    await page.keyboard.press("?");
    await expect(keys).toBeVisible();
    await expect(keys).toContainText("go to the search box");
    await expect(keys.getByRole("region", { name: "Marks" })).toContainText("destructive: removes or stops");
    await page.keyboard.press("Escape");
    await expect(keys).toBeHidden();
    // The sheet has been loaded: from here on it would open at once.
    await page.keyboard.press("/");
    await page.keyboard.type("a?");
    await expect(explorer.search).toHaveValue("a?");
    await expect(opener).toHaveAttribute("aria-expanded", "false");
    await expect(keys).toBeHidden();
  });
});
