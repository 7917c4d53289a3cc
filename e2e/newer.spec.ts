import { randomUUID } from "node:crypto";
import { expectGood } from "#e2e/good-page.ts";
import { sourcesOn } from "#e2e/pages/sources.ts";
import { expect, test } from "#e2e/test.ts";

/** Events that arrive while somebody reads a list. */

const NAME = "ListNewcomers";

/** A log file with an event of each of these seconds. */
function logFile(...seconds: readonly number[]) {
  const records = seconds.map((second) => ({
    eventVersion: "1.11",
    userIdentity: { type: "IAMUser", userName: "alice", accountId: "111122223333" },
    eventTime: `2026-11-21T10:00:${String(second).padStart(2, "0")}Z`,
    eventSource: "iam.amazonaws.com",
    eventName: NAME,
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
  return { name: `newer-${seconds.join("-")}.json`, content: JSON.stringify({ Records: records }) };
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
  await sources.upload(logFile(1, 2));
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
  await other.upload(logFile(3, 4, 5));
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
  await other.upload(logFile(6));
  await other.finish();
  await page.bringToFront();
  await explorer.search.press("Enter");
  await says(6);
});
