import { gzipSync } from "node:zlib";
import { textOf } from "#e2e/pages/facts.ts";
import { expect, test } from "#e2e/test.ts";

const SAMPLE = "s3://example-org-cloudtrail/";

test("the list shows each source's size, and what the database takes", async ({ page, sources }) => {
  await sources.open();
  await expect(page.getByRole("columnheader", { name: "Size, about" })).toBeVisible();
  const database = page.getByRole("region", { name: "Database" });
  await expect(database).toContainText("Indexes");
  await expect(database).toContainText("Free on its disk");
  expect(await textOf(sources.fact("An event"))).toMatch(/^\d+(\.\d)? (B|kB)$/);
});

test("a source says that it keeps everything, and what it means to keep less", async ({ page, sources }) => {
  await sources.enter(SAMPLE);
  const keep = page.getByRole("combobox", { name: "Keep its events for" });
  await expect(keep).toHaveValue("");
  await expect(page.getByText("Nothing is removed by itself.")).toBeVisible();
  // The sample is not that old: nothing of it goes.
  await keep.selectOption("7 years");
  await page.locator("form").filter({ has: keep }).getByRole("button", { name: "Set" }).click();
  await expect(page.getByText(/Events before \d{4}-\d{2}-01 are removed/)).toBeVisible();
  await expect(page.getByText("removed at most 31 days later")).toBeVisible();
  await keep.selectOption("keep everything");
  await page.locator("form").filter({ has: keep }).getByRole("button", { name: "Set" }).click();
  await expect(page.getByText("Nothing is removed by itself.")).toBeVisible();
});

test("the schedule says when everything was last listed, and when it will be again", async ({
  page,
  sources,
}) => {
  await sources.enter(SAMPLE);
  await expect(page.getByRole("combobox", { name: "Check everything again" })).toHaveValue("7");
  await expect(page.getByText(/It last was .* ago/)).toBeVisible();
});

test("a source is removed after saying what goes, and its events with it", async ({
  page,
  sources,
  request,
}) => {
  const name = "uploads";
  const events = async () => (await (await request.get("/api/events/count")).json()).count;
  const before = await events();
  const record = {
    eventVersion: "1.08",
    eventID: "5f0c7a52-1111-4a57-9d0e-0d0b8a4c2222",
    eventTime: "2019-03-04T05:06:07Z",
    eventName: "RemovedByTest",
    eventSource: "s3.amazonaws.com",
  };
  await sources.open();
  await sources.upload({ name: "removed.json.gz", content: gzipSync(JSON.stringify({ Records: [record] })) });
  await sources.finish();
  expect(await events()).toBe(before + 1);

  await sources.enter(name);
  // No name of an uploaded file tells a day of delivery here.
  await expect(sources.fact("Loaded, by day of the events")).toContainText("2019-03-04 to");
  await expect(page.getByRole("heading", { name: "Coverage by day of the events, UTC" })).toBeVisible();
  await page.getByText("Remove this source").click();
  await expect(page.getByText(/This removes from Waymark [\d,]+ events? of 2019-03-04 to/)).toBeVisible();
  await page.getByRole("button", { name: "Remove the source and its events" }).click();
  await page.waitForURL(/\/sources$/);
  await expect(sources.row(name)).toHaveCount(0, { timeout: 30_000 });
  const found = await (await request.get("/api/events/count?q=event:RemovedByTest")).json();
  expect(found.count).toBe(0);
});
