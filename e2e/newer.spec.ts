import { randomUUID } from "node:crypto";
import { expectGood } from "#e2e/good-page.ts";
import { sourcesOn } from "#e2e/pages/sources.ts";
import { expect, test } from "#e2e/test.ts";

/** Events that arrive while somebody reads a list. */

const NAME = "ListNewcomers";

/** A log file with a call of this name in each of these seconds. */
function logFile(eventName: string, ...seconds: readonly number[]) {
  const records = seconds.map((second) => ({
    eventVersion: "1.11",
    userIdentity: { type: "IAMUser", userName: "alice", accountId: "111122223333" },
    eventTime: `2026-11-21T10:00:${String(second).padStart(2, "0")}Z`,
    eventSource: "iam.amazonaws.com",
    eventName,
    awsRegion: "us-east-1",
    sourceIPAddress: "198.51.100.7",
    userAgent: "aws-cli/2.15.0",
    requestParameters: { number: second },
    responseElements: null,
    eventID: randomUUID(),
    eventType: "AwsApiCall",
    readOnly: true,
    recipientAccountId: "111122223333",
    eventCategory: "Management",
  }));
  return { name: `${eventName}-${seconds.join("-")}.json`, content: JSON.stringify({ Records: records }) };
}

test("the list stays put while events arrive, says how many have come, and loads them when asked", async ({
  page,
  context,
  explorer,
  table,
  histogram,
  facets,
  sources,
}, info) => {
  test.setTimeout(120_000);
  await sources.open();
  await sources.upload(logFile(NAME, 1, 2));
  await sources.finish();
  const says = async (count: number) => {
    await expect(explorer.rows).toHaveCount(count);
    await expect(explorer.count).toHaveText(`${count} events`);
    await expect(histogram.legend.getByText("read OK").locator("..")).toHaveText(`read OK${count}`);
    await expect.poll(() => facets.of("Region").countOf("us-east-1")).toBe(count);
  };
  await explorer.open({ q: `event:${NAME}` });
  await says(2);
  const before = await explorer.ids();
  const top = await explorer.rows.first().boundingBox();

  const other = sourcesOn(await context.newPage());
  await other.open();
  await other.upload(logFile(NAME, 3, 4, 5));
  await other.finish();
  await page.bringToFront();

  await expect(table.newer).toHaveText("3 newer events", { timeout: 45_000 });
  expect(await explorer.ids()).toEqual(before);
  expect(await explorer.rows.first().boundingBox()).toEqual(top);
  await expectGood(page, info, "newer events");

  await table.newer.click();
  await says(5);
  expect((await explorer.ids()).slice(3)).toEqual(before);
  await expect(table.newer).toBeHidden();

  await other.open();
  await other.upload(logFile(NAME, 6));
  await other.finish();
  await page.bringToFront();
  await explorer.search.press("Enter");
  await says(6);
});

test("oldest first, the last page is read when it is turned to: it may have grown", async ({
  page,
  context,
  explorer,
  sources,
}) => {
  test.setTimeout(120_000);
  const name = "ListLatecomers";
  await sources.open();
  await sources.upload(logFile(name, 1, 2, 3));
  await sources.finish();
  const ahead = page.waitForResponse((response) => new URL(response.url()).pathname === "/events/rows");
  await explorer.open({ q: `event:${name}`, order: "asc", limit: "2" });
  await (await ahead).finished();

  const other = sourcesOn(await context.newPage());
  await other.open();
  await other.upload(logFile(name, 4, 5));
  await other.finish();
  await page.bringToFront();

  await explorer.turn(explorer.newer);
  await expect(explorer.rows).toHaveCount(2);
  await explorer.turn(explorer.newer);
  await expect(explorer.rows).toHaveCount(1);
  await expect(page.getByText("No newer event.")).toBeVisible();
});
