import { expectAccessible } from "#e2e/accessible.ts";
import { QUIET_SECONDS, STOP, STOP_DAY, STOP_HOUR } from "#e2e/frozen.ts";
import { type QueryBox, queryBoxOn } from "#e2e/pages/query-box.ts";
import { resourceOn } from "#e2e/pages/resource-page.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** How often anything in the coloured letters of the box is drawn anew while `work` goes on. */
async function redraws(box: QueryBox, work: () => Promise<void>): Promise<number> {
  const count = await box.input.evaluateHandle((input) => {
    const letters = input.parentElement?.querySelector("[aria-hidden]");
    if (letters == null) throw new Error("The letters have no colours.");
    const seen = { changes: 0 };
    const observer = new MutationObserver((changes) => {
      seen.changes += changes.length;
    });
    observer.observe(letters, { childList: true, characterData: true, attributes: true, subtree: true });
    return seen;
  });
  await work();
  return count.evaluate(({ changes }) => changes);
}

test.describe("typing", () => {
  test("is completed by keys alone: field, value with its count, search", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_DAY);
    await page.keyboard.press("/");
    await box.type("ev");
    await expect(box.options.first()).toContainText("event:");
    await page.keyboard.press("ArrowDown");
    await expect(box.chosen).toContainText("event:");
    await page.keyboard.press("Enter");
    await expect(box.input).toHaveValue("event:");
    await page.keyboard.type("stopi");
    await expect(box.options.first()).toContainText(/StopInstances\s*2/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Tab");
    await expect(box.input).toHaveValue("event:StopInstances ");
    await expect(box.list).toBeHidden();
    await page.keyboard.press("Enter");
    await expect(explorer.count).toHaveText("2 events");
    await expect(box.input).not.toBeFocused();
  });

  test("finds values for somebody who knows no field", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_DAY);
    await box.type("maint");
    await box.options.filter({ hasText: "session:maint-0311" }).click();
    await expect(box.input).toHaveValue("session:maint-0311 ");
    await expect(box.input).toBeFocused();
  });

  test("counts values among the rest of the query", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open({ q: `session:${STOP.session}`, ...STOP_DAY });
    await box.type(" event:");
    await expect(box.options.filter({ hasText: "StopInstances" })).toContainText("1");
  });

  test("completes a path of the record, and its values", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_DAY);
    await box.type("bucketnam");
    await box.options.filter({ hasText: "requestParameters.bucketName:" }).click();
    await expect(box.options.first()).toContainText("example");
  });

  test("is coloured by what it means, in letters that lie over the input's", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open({ ...STOP_DAY, q: "event:Stop* -role:(A OR B) free" });
    expect(await box.coloured("name")).toEqual(["event:", "role:"]);
    expect(await box.coloured("value")).toEqual(["Stop", "A", "B"]);
    expect(await box.coloured("not")).toEqual(["-"]);
    expect(await box.coloured("text")).toEqual(["free"]);
    await box.input.fill(`${"service:ec2 ".repeat(40)}end`);
    await page.keyboard.press("End");
    const ends = await box.input.evaluate((input) => {
      const layer = input.parentElement?.querySelector("[aria-hidden] > div");
      if (!(input instanceof HTMLInputElement) || layer == null) return null;
      const ends = layer.getBoundingClientRect().right - input.getBoundingClientRect().right;
      return { ends, width: Math.abs(layer.scrollWidth - input.scrollWidth), scrolled: input.scrollLeft };
    });
    expect(ends?.scrolled).toBeGreaterThan(100);
    expect(ends?.width).toBeLessThan(4);
    expect(Math.abs(ends?.ends ?? 99)).toBeLessThan(4);
  });

  test("is taken back step by step, completions too", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_DAY);
    await box.type("is:wr");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(box.input).toHaveValue("is:write ");
    await page.keyboard.press("ControlOrMeta+Z");
    await expect(box.input).toHaveValue("is:wr");
  });

  test("at the end of a very long query draws no more of it anew than what is typed", async ({
    page,
    explorer,
  }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_DAY);
    await box.input.fill("service:ec2 -role:Deploy* ".repeat(60));
    expect((await box.coloured("name")).length).toBe(120);
    const typed = "event:Stop";
    const changes = await redraws(box, () => box.type(typed));
    expect(await box.coloured("name")).toHaveLength(121);
    expect(changes).toBeGreaterThan(0);
    // A few stretches are begun or moved with each key; all of them together are several hundred.
    expect(changes).toBeLessThan(10 * typed.length);
  });
});

test.describe("the way back", () => {
  test("brings its query into the box that has the focus", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open({ q: "is:write", ...STOP_HOUR });
    await explorer.type("service:ecr");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("service:ecr");
    await page.keyboard.press("/");
    await page.goBack();
    await expect(box.input).toBeFocused();
    await expect(box.input).toHaveValue("is:write");
  });

  test("leaves the words of somebody who types, until they leave the box", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open({ q: "is:write", ...STOP_HOUR });
    await explorer.type("service:ecr");
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("service:ecr");
    await box.type(" user");
    await page.goBack();
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("is:write");
    await expect(box.input).toHaveValue("service:ecr user");
    await box.input.blur();
    await expect(box.input).toHaveValue("is:write");
  });
});

test.describe("a mistake", () => {
  test("is marked and explained while the next word is typed, and put right by a suggestion", async ({
    page,
    explorer,
  }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_DAY);
    await box.type("evnt:StopInstances");
    await expect(box.mistakes).toHaveText(/evnt is not a field/);
    await expect(box.input.locator("xpath=..").locator("[data-wrong]")).toHaveText("evnt:");
    await box.options.filter({ hasText: "instead of evnt:" }).click();
    await expect(box.input).toHaveValue("event:StopInstances");
    await expect(box.mistakes).toHaveCount(0);
  });

  test("is not held against a word that is still being typed", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_DAY);
    await box.type("event:(Stop* OR is");
    await expect(box.mistakes).toHaveCount(0);
    await box.input.fill("is:wro");
    await expect(box.mistakes).toHaveCount(0);
    await box.type(" ec2");
    await expect(box.mistakes).toHaveText(/is takes read, write/);
  });
});

test.describe("pasting", () => {
  for (const [what, text, offer, q] of [
    ["an access key", "ASIAIOSFODNN7EXAMPLE", "Everything this access key did", "key:ASIAIOSFODNN7EXAMPLE"],
    ["an address", STOP.address, "Everything from this address", `ip:${STOP.address}`],
    [
      "a link of the console",
      `https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#InstanceDetails:instanceId=${STOP.instance}`,
      `Everything that touched ${STOP.instance}`,
      `resource:${STOP.instance}`,
    ],
  ] as const) {
    test(`${what} and Enter finds what it is about`, async ({ page, explorer }) => {
      const box = queryBoxOn(page);
      await explorer.open(STOP_DAY);
      await box.paste(text);
      await expect(box.chosen).toContainText(offer);
      await page.keyboard.press("Enter");
      await expect(box.input).toHaveValue(q);
      await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(q);
    });
  }

  test("an event's id or its record opens the event", async ({ page, start, eventPage }) => {
    const box = queryBoxOn(page);
    for (const text of [STOP.id, JSON.stringify({ eventVersion: "1.08", eventID: STOP.id }, null, 2)]) {
      await start.open();
      await box.paste(text);
      await page.keyboard.press("Enter");
      await page.waitForURL(`**/events/${STOP.id}`);
      await expect(eventPage.sentence).toContainText(STOP.instance);
    }
  });

  test("an ARN leads to the page of its thing, by any of its names and in the zone of the view", async ({
    page,
    explorer,
  }) => {
    const box = queryBoxOn(page);
    const resource = resourceOn(page);
    const arn = `arn:aws:ec2:eu-west-1:444455556666:instance/${STOP.instance}`;
    await explorer.open({ ...STOP_DAY, tz: "Asia/Kolkata" });
    await box.paste(arn);
    await expect(box.options).toHaveCount(2);
    await expect(box.chosen).toContainText("Everything that touched this resource");
    await page.keyboard.press("ArrowDown");
    await expect(box.chosen).toContainText("This thing by all its names, on its page");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/resources/${encodeURIComponent(arn)}?tz=Asia/Kolkata`);
    await expect(resource.title).toHaveText(`instance/${STOP.instance}`);
    // Records call it by its id alone.
    await expect(resource.changes.filter({ hasText: "StopInstances" }).first()).toBeVisible();
  });

  test("Enter before the scripts are there that know what was pasted", async ({ page, start, eventPage }) => {
    const box = queryBoxOn(page);
    await start.open();
    await page.route("**/*.js", async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await route.continue();
    });
    await box.paste(STOP.id);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/events/${STOP.id}`);
    await expect(eventPage.sentence).toContainText(STOP.instance);
  });
});

test.describe("the history", () => {
  test("is offered in the empty box and by the arrow up, and forgets what it is told to", async ({
    page,
    explorer,
  }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_HOUR);
    for (const q of ["is:write", "service:ecr"]) {
      await explorer.type(q);
      await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe(q);
    }
    await page.keyboard.press("/");
    await page.keyboard.press("ArrowUp");
    await expect(box.options).toHaveText(["service:ecr", "is:write"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Shift+Delete");
    await expect(box.options).toHaveText(["service:ecr"]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Clear the search" }).click();
    await expect(page).not.toHaveURL(/q=/);
    await page.reload();
    await explorer.ready();
    await box.input.focus();
    await expect(box.options.first()).toHaveText("service:ecr");
    await box.options.first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get("q")).toBe("service:ecr");
  });
});

test.describe("help", () => {
  test("is one key away, and its examples search", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await explorer.open(STOP_HOUR);
    await page.keyboard.press("s");
    await expect(box.syntax).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(box.syntax).toBeHidden();
    await page.keyboard.press("/");
    await page.keyboard.press("F1");
    await box.syntax.getByRole("link", { name: /ip:10\.0\.0\.0\/8/ }).click();
    await expect(box.input).toHaveValue("ip:10.0.0.0/8");
    expect(new URL(page.url()).searchParams.get("from")).toBe(STOP_HOUR.from);
  });
});

test.describe("for everybody", () => {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the open box is accessible, ${colorScheme}`, async ({ page, explorer, start }) => {
      const box = queryBoxOn(page);
      await page.emulateMedia({ colorScheme });
      // Without rows: what the list of suggestions half covers would count as too small to be hit.
      await explorer.open(QUIET_SECONDS);
      await box.type("evnt:x service:e");
      await expect(box.options.first()).toBeVisible();
      await page.keyboard.press("ArrowDown");
      await expectAccessible(page);
      await start.open();
      await box.input.focus();
      await expect(box.options.first()).toBeVisible();
      await expectAccessible(page);
      await page.keyboard.press("F1");
      await expect(box.syntax).toBeVisible();
      await expectAccessible(page);
    });
  }

  test("the open box stays within a narrow page", async ({ page, explorer }) => {
    const box = queryBoxOn(page);
    await page.setViewportSize({ width: 360, height: 760 });
    await explorer.open(STOP_DAY);
    await box.type("service:e");
    await expect(box.options.first()).toBeVisible();
    expect(await sidewaysOverflow(page)).toBe(0);
    const { x = 0, width = 999 } = (await box.list.boundingBox()) ?? {};
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(360);
  });
});
