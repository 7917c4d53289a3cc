import type { Page } from "@playwright/test";
import { ATTACKS, HOSTILE_DAY, type HostileRecord, hostileRecord } from "#e2e/hostile-records.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";
import { readCsv } from "#lib/event/testing/read-csv.ts";

// One upload, which all tests of this file look at.
test.describe.configure({ mode: "serial" });

const records: readonly HostileRecord[] = ATTACKS.map(({ text }, index) => hostileRecord(text, index));

function recordOf(what: string): HostileRecord {
  const record = records[ATTACKS.findIndex((attack) => attack.what === what)];
  if (record === undefined) throw new Error(`There is no attack called ${what}.`);
  return record;
}

/** Nothing of the records became an element, a script or an address that runs. */
async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => "didRun" in globalThis)).toBe(false);
  await expect(page.locator("img[src='x'], [onmouseover], [onfocus], [onerror]")).toHaveCount(0);
  await expect(page.locator("a[href^='javascript:' i]")).toHaveCount(0);
  expect(await sidewaysOverflow(page)).toBe(0);
}

test("a file of hostile records is loaded, every one of them", async ({ sources }) => {
  await sources.open();
  await sources.upload({ name: "hostile.json", content: JSON.stringify({ Records: records }) });
  await sources.finish();
  await expect(sources.lastRun).toContainText(
    `${records.length} records read = ${records.length} new events`,
  );
  await expect(sources.lastRun).toContainText("0 refused");
});

for (const width of [1440, 360]) {
  test(`the list of them is harmless at ${width} px, with every column`, async ({ page, explorer }) => {
    await page.setViewportSize({ width, height: 800 });
    await explorer.open({ ...HOSTILE_DAY, cols: "time,event,actor,session,principal,agent,resource,error" });
    await expect(explorer.rows).toHaveCount(records.length);
    await expectHarmless(page);
    for (const value of await explorer.rows.nth(1).getByRole("link").all()) await value.hover();
    await expectHarmless(page);
  });
}

test("their day, far from all others, is not drawn with them, and one click away", async ({
  explorer,
  histogram,
}) => {
  await explorer.open({});
  await expect(histogram.bars).toHaveAttribute("aria-valuetext", /^\w+ \d+ Oct 2026 .* events/);
  await histogram.place.getByRole("link", { name: `${records.length} long before`, exact: true }).click();
  await expect(explorer.count).toHaveText(`${records.length} events`);
  await expect(explorer.rows).toHaveCount(records.length);
  await expect(histogram.bars).toHaveAttribute("aria-valuetext", /Feb 2026/);
});

for (const { what } of ATTACKS) {
  test(`${what} is shown and not obeyed, in the panel and on the event's page`, async ({
    page,
    explorer,
    eventPage,
  }) => {
    const { eventID } = recordOf(what);
    await explorer.open({ ...HOSTILE_DAY, event: eventID });
    await expect(explorer.panel.sentence).toContainText("tried to write");
    await expect(explorer.panel.leaf("eventID")).toHaveText(eventID);
    await expectHarmless(page);
    await eventPage.open(eventID);
    await expect(eventPage.sentence).toContainText("It failed");
    await expectHarmless(page);
  });
}

test("hidden characters are shown by name", async ({ eventPage }) => {
  await eventPage.open(recordOf("a reversed name").eventID);
  await expect(eventPage.fact("Client")).toHaveText("invoice-[U+202E]exe.jpg");
  await eventPage.open(recordOf("terminal commands").eventID);
  await expect(eventPage.fact("Client")).toHaveText("[ESC][31mred[ESC][0m[BEL]");
  await eventPage.open(recordOf("a zero").eventID);
  await expect(eventPage.leaf("userAgent")).toHaveText("before[NUL]after");
  await eventPage.open(recordOf("a new line").eventID);
  await expect(eventPage.fact("Client")).toHaveText("first[LF]second[CR][U+2028]third");
});

test("a hostile value is found by its own menu", async ({ explorer }) => {
  for (const what of ["markup", "a reversed name", "a formula", "an attribute"]) {
    const { eventID } = recordOf(what);
    await explorer.open({ ...HOSTILE_DAY, event: eventID });
    await explorer.choose(explorer.panel.fact("Session").getByRole("link"), "Filter by this");
    await expect(explorer.rows).toHaveCount(1);
    expect(await explorer.ids()).toEqual([eventID]);
  }
});

test("a value of 100,000 characters is shown in part, and whole on request", async ({ page, eventPage }) => {
  await eventPage.open(recordOf("a value of 100,000 characters").eventID);
  const more = eventPage.fact("Message").getByRole("button", { name: /more characters/ });
  await expect(more).toHaveText("99,760 more characters");
  await more.click();
  await expect(more).toHaveText("79,760 more characters");
  expect(await sidewaysOverflow(page)).toBe(0);
});

test("a name of a file is no way out of the folder of uploads", async ({ request }) => {
  const file = { name: "../../../evil.json", mimeType: "text/plain", buffer: Buffer.from('{"Records":[]}') };
  const answer = await request.post("/api/uploads", { multipart: { files: file } });
  const { files } = await answer.json();
  expect(files).toHaveLength(1);
  expect(files[0].name).not.toContain("..");
});

test("their export is a whole CSV in which nothing begins like a formula, and NDJSON as delivered", async ({
  request,
}) => {
  const csv = await request.get("/api/events/export", { params: { ...HOSTILE_DAY, format: "csv" } });
  const [header = [], ...rows] = readCsv(await csv.text());
  expect(rows).toHaveLength(records.length);
  for (const row of rows) {
    expect(row).toHaveLength(header.length);
    for (const cell of row)
      expect(cell).not.toMatch(/^[\s\0"]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[;\t\r\n]\s*[=+\-@]|\0/);
  }
  const ndjson = await request.get("/api/events/export", {
    params: { ...HOSTILE_DAY, format: "ndjson", record: "true", order: "asc" },
  });
  const delivered = (await ndjson.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).record);
  expect(delivered).toEqual(JSON.parse(JSON.stringify(records)));
});
