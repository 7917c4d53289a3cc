import { QUIET_SECONDS, STOP, STOP_DAY, UNKNOWN_DAY } from "#e2e/frozen.ts";
import { expectGood } from "#e2e/good-page.ts";
import { explorerAddress } from "#e2e/pages/explorer.ts";
import { expect, test } from "#e2e/test.ts";

const LONG = "the night that all of the instances were stopped, by a person on a phone";
const NO_ID = "00000000-0000-4000-8000-000000000000";

test.describe("an empty list says which nothing it is, and what to do next", () => {
  test("nothing happened", async ({ page, explorer }) => {
    await explorer.open(QUIET_SECONDS);
    await expect(page.getByRole("heading", { name: "Nothing happened in this time." })).toBeVisible();
    await expect(page.getByText(/log objects? about this time .* loaded/)).toBeVisible();
    await page.getByRole("link", { name: "Search all time" }).click();
    await expect(explorer.rows).toHaveCount(50);
  });

  test("nothing is left on a page that the time has moved past", async ({ page, explorer, request }) => {
    const answer = await request.get("/api/events", { params: { q: "is:read", ...STOP_DAY } });
    const { events, nextCursor } = await answer.json();
    const from = new Date(Date.parse(events.at(-1).eventTime) + 1_000).toISOString();
    await explorer.open({ q: "is:read", ...STOP_DAY, from, cursor: nextCursor });
    await expect(
      page.getByRole("heading", { name: "There is nothing on this page of the list any more." }),
    ).toBeVisible();
    await page.getByRole("link", { name: "Go to the first page" }).click();
    await expect(explorer.rows.first()).toBeVisible();
    await expect(page).not.toHaveURL(/cursor=/);
  });

  test("nothing was loaded for this time", async ({ page, explorer }) => {
    await explorer.open(UNKNOWN_DAY);
    await expect(page.getByRole("heading", { name: "Nothing was loaded for this time." })).toBeVisible();
    await expect(page.getByRole("link", { name: "Go to the sources" })).toBeVisible();
    await page.getByRole("link", { name: "Show what was loaded" }).click();
    await expect(explorer.count).toHaveText("99,999 events");
  });

  test("the filter excludes everything, and how much that is", async ({ page, explorer, request }) => {
    const answer = await request.get("/api/events/count", { params: STOP_DAY });
    const { count } = await answer.json();
    await explorer.open({ q: "event:NobodyEverCalledThis", ...STOP_DAY });
    const title = `Your filter excludes all ${count.toLocaleString("en-GB")} events of this time.`;
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await page.getByRole("link", { name: "Remove the filter" }).click();
    await expect(explorer.rows).toHaveCount(50);
    await expect(explorer.count).toHaveText(`${count.toLocaleString("en-GB")} events`);
  });

  test("a value that no loaded event has", async ({ page, explorer }) => {
    await explorer.open({ q: "user:alce", ...STOP_DAY });
    await expect(page.getByText("No loaded event of any time matches user:alce.")).toBeVisible();
  });

  test("an equals sign after a field's name, where a colon was meant", async ({ page, explorer }) => {
    await explorer.open({ q: "event=StopInstances", ...STOP_DAY });
    await expect(page.getByText("Did you mean")).toBeVisible();
    await page.getByRole("link", { name: "event:StopInstances" }).click();
    await expect(explorer.count).toHaveText("2 events");
  });

  for (const width of [1280, 360]) {
    test(`the condition in the way is named, at ${width} px`, async ({ page, explorer }, info) => {
      await page.setViewportSize({ width, height: 800 });
      await explorer.open({ q: `who stopped ${STOP.instance}`, ...STOP_DAY });
      await expect(page.getByRole("link", { name: "Without who 1 event" })).toBeVisible();
      await explorer.open({ q: `"${LONG}" ${STOP.instance}`, ...STOP_DAY });
      await expect(page.getByRole("link", { name: `Without "${LONG}" ` })).toBeVisible();
      await expectGood(page, info, "a query without matches");
      await explorer.open({ q: `whoever event:StopInstances ${STOP.instance}`, ...STOP_DAY });
      const without = page.getByRole("link", { name: /^Without whoever [\d,]+ events?$/ });
      const count = /whoever ?(\d.*)$/.exec((await without.textContent()) ?? "")?.[1] ?? "";
      await expectGood(page, info, "a query without matches, but for one word");
      await without.click();
      await expect(page).toHaveURL(/q=event/);
      await expect(without).toBeHidden();
      await expect(explorer.count).toHaveText(count);
    });
  }
});

test.describe("what is not there", () => {
  test.use({ complaints: [/status of 404/] });

  test("an event that nobody loaded is answered with 404 and a sentence", async ({ page, request }) => {
    const answer = await page.goto(`/events/${NO_ID}`);
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("No loaded event has this id.");
    await expect(page.getByText(NO_ID)).toBeVisible();
    await page.getByRole("link", { name: "Go to the events" }).click();
    await expect(page).toHaveURL(/\/events$/);

    const api = await request.get(`/api/events/${NO_ID}`);
    expect(api.status()).toBe(404);
    expect(await api.json()).toMatchObject({ code: "not-found", status: 404 });
  });

  test("in the panel it is said beside the list", async ({ explorer }) => {
    await explorer.open({ ...STOP_DAY, event: NO_ID });
    await expect(explorer.panel.place).toContainText("No loaded event has this id.");
    await expect(explorer.rows).toHaveCount(50);
  });

  for (const address of ["/nowhere", "/sources/nowhere", `/sources/${NO_ID}`, "/events/a/b"]) {
    test(`${address} is answered with 404 and a way on`, async ({ page }) => {
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page at this address.");
      await expect(page.getByRole("link", { name: "Go to the events" })).toBeVisible();
    });
  }
});

type Broken = {
  readonly what: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly parameter: string;
  readonly sentence: RegExp;
  readonly position?: number;
};

const BROKEN: readonly Broken[] = [
  {
    what: "a time that is none",
    parameters: { from: "yesterday-ish" },
    parameter: "from",
    sentence: /yesterday-ish is not a time/,
  },
  {
    what: "an end before the beginning",
    parameters: { from: "now", to: "now-1h" },
    parameter: "to",
    sentence: /before from/,
  },
  {
    what: "a page marker that is none",
    parameters: { cursor: "abc" },
    parameter: "cursor",
    sentence: /page marker cannot be read/,
  },
  {
    what: "a limit that is too high",
    parameters: { limit: "100000" },
    parameter: "limit",
    sentence: /1 to 500, not 100000/,
  },
  {
    what: "a misspelt parameter",
    parameters: { form: "now-7d" },
    parameter: "form",
    sentence: /Did you mean from\?/,
  },
  {
    what: "an unbalanced quote",
    parameters: { q: 'event:StopInstances "' },
    parameter: "q",
    sentence: /quotation mark is never closed/,
    position: 20,
  },
  {
    what: "a field without a value",
    parameters: { q: "is:write event:" },
    parameter: "q",
    sentence: /needs a value/,
    position: 9,
  },
  {
    what: "an open bracket",
    parameters: { q: "(a OR b" },
    parameter: "q",
    sentence: /bracket|parenthes|\)/i,
    position: 0,
  },
  {
    what: "a query of 5,000 characters",
    parameters: { q: `event:${"x".repeat(4_994)}` },
    parameter: "q",
    sentence: /characters|long/i,
  },
];

test.describe("a broken address is told, on the page and by the API", () => {
  for (const { what, parameters, parameter, sentence, position } of BROKEN) {
    test(what, async ({ page, explorer, request }) => {
      const answer = await page.goto(explorerAddress({ ...parameters }));
      expect(answer?.status()).toBe(200);
      await expect(page.getByRole("main")).toContainText(sentence);
      await expect(explorer.search).toBeVisible();

      const api = await request.get("/api/events", { params: parameters });
      expect(api.status()).toBe(400);
      expect(api.headers()["content-type"]).toContain("application/problem+json");
      const problem = await api.json();
      expect(problem).toMatchObject({
        code: "bad-query",
        status: 400,
        title: expect.stringMatching(sentence),
      });
      expect(problem.problems[0]).toMatchObject({ parameter, ...(position !== undefined && { position }) });
    });
  }

  test("a column that does not exist; the others are shown", async ({ page, explorer }) => {
    await explorer.open({ ...STOP_DAY, cols: "time,event,colour" });
    await expect(page.getByText("There is no column colour.")).toBeVisible();
    await expect(explorer.headers).toHaveText(["Time, UTC", "Event"]);
    await expect(explorer.rows).toHaveCount(50);
  });

  test("the page marker of another search; the first page is shown", async ({ page, explorer, request }) => {
    const other = await (await request.get("/api/events", { params: { q: "is:write", ...STOP_DAY } })).json();
    await explorer.open({ q: "is:read", ...STOP_DAY });
    const first = await explorer.ids();
    await explorer.open({ q: "is:read", ...STOP_DAY, cursor: other.nextCursor });
    await expect(page.getByText("The page marker belongs to another search")).toBeVisible();
    expect(await explorer.ids()).toEqual(first);

    const params = { q: "is:read", ...STOP_DAY, cursor: other.nextCursor };
    const api = await request.get("/api/events", { params });
    expect(api.status()).toBe(400);
    expect((await api.json()).title).toContain("belongs to another search");
  });
});

test("a time without an end can be written as the end of all years", async ({ explorer, request }) => {
  const time = { from: STOP_DAY.from, to: "9999-12-31" };
  await explorer.open(time);
  await expect(explorer.rows).toHaveCount(50);
  for (const path of ["events", "events/count", "facets", "histogram", "gaps"]) {
    expect((await request.get(`/api/${path}`, { params: time })).status(), path).toBe(200);
  }
});
