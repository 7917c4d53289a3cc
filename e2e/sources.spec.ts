import { gzipSync } from "node:zlib";
import { holdObjects } from "#e2e/held-bucket.ts";
import { textOf } from "#e2e/pages/facts.ts";
import { expect, test } from "#e2e/test.ts";

const SAMPLE = "s3://example-org-cloudtrail/";
const MANAGEMENT = `${SAMPLE}AWSLogs/o-exampleorg/111122223333/`;
const SECURITY = `${SAMPLE}AWSLogs/o-exampleorg/555566667777/`;

/** The figures of a sum, in order: `6 seen = 4 loaded + 2 …` is 6, 4, 2. */
function figures(text: string): readonly number[] {
  return (text.match(/\d[\d,]*/g) ?? []).map((figure) => Number(figure.replaceAll(",", "")));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}

test("the sample's bucket has its row, with accounts, regions and events", async ({ sources }) => {
  await sources.open();
  const row = sources.row(SAMPLE);
  await expect(row).toContainText("6 × 5");
  await expect(row).toContainText("99,999");
  await expect(row).toContainText("2026-10-21 to 2026-11-19");
});

test("what became of the objects and records of the sample adds up", async ({ sources, request }) => {
  await sources.enter(SAMPLE);
  const paragraph = (hasText: string) => sources.lastRun.getByRole("paragraph").filter({ hasText });
  const [seen = 0, ...became] = figures(await textOf(paragraph("objects seen")));
  expect(seen).toBeGreaterThan(6_000);
  expect(sum(became)).toBe(seen);
  const [records = 0, ...kinds] = figures(await textOf(paragraph("records read")));
  expect(sum(kinds)).toBe(records);
  expect(kinds[0]).toBe(99_999);

  const { count } = await (await request.get(`/api/events/count?q=origin:"${SAMPLE}"`)).json();
  expect(figures(await textOf(sources.fact("Events")))).toEqual([count]);
  const column = (index: number) =>
    sources.coverage
      .getByRole("row")
      .evaluateAll(
        (rows, place) =>
          rows.slice(1).map((row) => [...row.querySelectorAll("td")].at(place)?.textContent ?? ""),
        index,
      );
  expect(sum((await column(-1)).flatMap(figures))).toBe(count);
  expect(sum((await column(-2)).flatMap(figures))).toBe(seen);
});

test("a day of the coverage leads to its events", async ({ page, sources, explorer }) => {
  await sources.enter(SAMPLE);
  await sources.coverage.getByRole("row", { name: "us-west-2" }).first().getByRole("link").click();
  await expect(explorer.search).toHaveValue("account:222233334444 region:us-west-2");
  await expect(explorer.rows.first()).toContainText("us-west-2");
  await expect(page).toHaveURL(/from=2026-10-21/);
});

test("a bucket that does not exist is told by its name, and what to check", async ({ page, sources }) => {
  const { form } = sources;
  await sources.enter(SAMPLE);
  const endpoint = await textOf(sources.fact("Endpoint"));
  await form.open();
  await form.fill({ bucket: "s3://nobody-has-this-bucket/AWSLogs/", endpoint });
  await form.test.click();
  await expect(form.problem).toHaveText("There is no bucket named nobody-has-this-bucket.");
  await expect(page.getByText("Check the spelling")).toBeVisible();
  await expect(form.start).toHaveText("Start all the same");

  await form.bucket.fill("not a bucket");
  await expect(form.problem).toBeHidden();
  await form.test.click();
  await expect(form.bucket).toHaveAccessibleDescription("That is no bucket: write s3://bucket/prefix.");
});

test("a bucket that could not be reached shows no figures, says why, and is reached after a change", async ({
  page,
  sources,
  request,
}) => {
  const { form } = sources;
  await sources.enter(SAMPLE);
  const endpoint = await textOf(sources.fact("Endpoint"));
  const name = `${SAMPLE}AWSLogs/o-exampleorg/111122223333/CloudTrail/us-east-1/2026/11/19/`;
  await form.open();
  await form.fill({ bucket: name, endpoint: "http://127.0.0.1:9" });
  await form.test.click();
  await form.start.click();
  await sources.finish();
  const id = new URL(page.url()).pathname.split("/").at(-1);
  try {
    await expect(sources.lastRun).toContainText("It ended before any object was seen.");
    await expect(page.getByText("its bucket was never listed")).toBeVisible();
    await expect(sources.fact("Events").first()).toHaveText("–");
    await expect(sources.fact("Duplicates")).toHaveText("–");
    await sources.open();
    await expect(sources.row(name)).toContainText("refuses connections");

    await page.goto(`/sources/${id}`);
    await sources.lastRun.getByRole("link", { name: "Change how it is reached" }).click();
    await expect(form.bucket).toHaveAttribute("readonly");
    await page.getByRole("textbox", { name: "Endpoint" }).fill(endpoint);
    await form.test.click();
    await expect(form.found).toContainText("can be read");
    await page.getByRole("button", { name: "Change and load" }).click();
    await expect(sources.lastRun).toContainText(/[1-9]\d* objects seen/, { timeout: 30_000 });
  } finally {
    await request.delete(`/api/sources/${id}`);
  }
});

test("a bucket is tested, loaded as far back as chosen, and a second sync finds nothing new", async ({
  page,
  sources,
  request,
}) => {
  const { form } = sources;
  const events = async () => (await (await request.get("/api/events/count")).json()).count;
  const before = await events();
  await sources.enter(SAMPLE);
  const endpoint = await textOf(sources.fact("Endpoint"));

  await form.open();
  await form.fill({ bucket: MANAGEMENT, endpoint });
  await form.test.click();
  await expect(form.found).toContainText(`${MANAGEMENT} can be read`);
  await expect(sources.fact("Accounts")).toHaveText("111122223333");
  await expect(sources.fact("Regions")).toHaveText("2: eu-west-1, us-east-1");
  await expect(sources.fact("Days")).toHaveText("2026-10-21 to 2026-11-19");

  await page.getByRole("radio", { name: /^Everything/ }).check();
  await page.getByRole("combobox", { name: "Then look for new logs" }).selectOption("only when asked");
  await form.start.click();
  await expect(sources.progress).toBeVisible();
  await sources.finish();
  await expect(sources.lastRun).toContainText(/871 objects seen\s*=\s*871 loaded/);
  await expect(sources.lastRun).toContainText("5,240 records read = 0 new events + 5,240 duplicates");
  await expect(sources.fact("Accounts × regions")).toHaveText("1 × 2");
  await expect(sources.fact("Loaded, by day of delivery")).toHaveText("2026-10-21 to 2026-11-19");

  await sources.syncNow.click();
  await expect(sources.progress).toBeVisible();
  await sources.finish();
  await expect(sources.lastRun).toContainText(/=\s*0 loaded/);
  expect(await events()).toBe(before);
});

test("a run is cancelled, says so, and keeps the list of sources usable", async ({ sources }) => {
  const { form } = sources;
  await sources.enter(SAMPLE);
  const held = await holdObjects(await textOf(sources.fact("Endpoint")));
  try {
    await form.open();
    await form.fill({ bucket: SECURITY, endpoint: held.endpoint });
    await form.test.click();
    await expect(form.found).toContainText("can be read");
    await form.start.click();
    await expect(sources.progress.getByRole("status")).toHaveText("Loading");
    await sources.cancel.click();
    await sources.finish();
    await expect(sources.lastRun).toContainText("The last run was cancelled");
    await sources.open();
    await expect(sources.row(SECURITY)).toContainText("cancelled");
  } finally {
    await held.stop();
  }
});

test("files that are no good logs are listed, each with its reason", async ({ sources }) => {
  const whole = gzipSync(JSON.stringify({ Records: [] }));
  await sources.open();
  await sources.upload(
    { name: "cut-off.json.gz", content: whole.subarray(0, whole.length - 12) },
    { name: "shopping.json", content: JSON.stringify({ milk: 2, bread: 1 }) },
    { name: "letter.json", content: "Dear reader," },
  );
  await sources.finish();
  await expect(sources.notLoaded.getByRole("heading", { name: "Cut off in the middle" })).toBeVisible();
  await expect(sources.notLoaded.getByRole("heading", { name: "No CloudTrail records in it" })).toBeVisible();
  await expect(sources.notLoaded.getByRole("heading", { name: "No JSON" })).toBeVisible();
  await sources.notLoaded.getByRole("link", { name: "Show the key" }).first().click();
  await expect(sources.notLoaded.getByRole("button", { name: /^Copy the key .*\.json/ })).toBeVisible();

  await sources.open();
  await expect(sources.row("uploads")).toContainText(/\d objects failed/);
});
