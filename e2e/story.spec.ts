import { STOP } from "#e2e/frozen.ts";
import { textOf } from "#e2e/pages/facts.ts";
import { expect, test } from "#e2e/test.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("a newcomer finds who stopped the instance off schedule, by clicking what the pages offer", async ({
  start,
  explorer,
}) => {
  const { panel } = explorer;

  await start.open();
  await start.ask("What changed?");
  await explorer.ready();
  await explorer.choosePreset("All time");
  await expect(explorer.rows).toHaveCount(50);

  const stop = explorer.list.getByRole("link", { name: "StopInstances", exact: true });
  await explorer.turn(explorer.older);
  await explorer.choose(stop.first(), "Search for only this");
  await expect(explorer.search).toHaveValue("event:StopInstances");
  await expect(explorer.count).toHaveText("23 events");

  const scheduler = explorer.rows.first().getByRole("link", { name: "SkeddlyAccess" });
  await explorer.choose(scheduler, "Exclude this");
  await expect(explorer.count).toHaveText("1 event");
  const nightly = explorer.row("03:12:07");
  await expect(nightly).toContainText("OpsAdmin");
  await expect(explorer.list.getByRole("rowheader")).toHaveText("Mon 16 Nov 2026");

  await explorer.openRow(nightly);
  await expect(panel.sentence).toContainText(
    "marek.novak@example.com, as role OpsAdmin, stopped instance i-07a194e0ad26392cc",
  );
  await expect(panel.sentence).toContainText("in eu-west-1 from 203.0.113.198. It was allowed.");
  await expect(panel.fact("Resource")).toContainText(STOP.instance);

  await explorer.choose(panel.fact("From").getByRole("link"), "Search for only this");
  await expect(explorer.count).toHaveText("8 events");
  await expect(explorer.rows.getByRole("cell").nth(1)).toContainText("StopInstances");
  await expect(explorer.row("AssumeRole")).toContainText("marek.novak@example.com");
  await expect(explorer.row("ConsoleLogin")).toContainText("marek.novak@example.com");
});

test("the sample's own question leads to the stop in one click", async ({ start, explorer }) => {
  await start.open();
  await start.ask("Who stopped the instance off schedule?");
  await expect(explorer.rows).toHaveCount(1);
  expect(await explorer.ids()).toEqual([STOP.id]);
  await expect(explorer.rows).toContainText(STOP.session);
});

test("every question of the sample opens its answer", async ({ page, start, explorer }) => {
  for (const { question, q, matches } of STORIES) {
    await start.open();
    await start.ask(question);
    await expect(explorer.search).toHaveValue(q);
    if (matches === 0) {
      await expect(page.getByRole("heading", { name: /^Nothing was loaded for account/ })).toBeVisible();
    } else {
      const { search } = new URL(page.url());
      const { count } = await (await page.request.get(`/api/events/count${search}`)).json();
      if (matches === null) expect(count).toBeGreaterThan(100);
      else expect([question, count]).toEqual([question, matches]);
      await expect(explorer.count).toHaveText(
        `${count.toLocaleString("en-GB")} ${count === 1 ? "event" : "events"}`,
      );
      await expect(explorer.rows.first()).toBeVisible();
    }
  }
  expect(STORIES).toHaveLength(8);
});

test("the role, the session and the person are told apart", async ({ explorer }) => {
  const { panel } = explorer;
  await explorer.open({ q: `ip:${STOP.address}` });

  await explorer.openRow(explorer.row("StopInstances"));
  await expect(panel.fact("Name")).toHaveText(/^OpsAdmin\s*assumed role$/);
  await expect(panel.fact("Session")).toHaveText("maint-0311 as its creator claimed");
  await expect(panel.fact("Principal")).toHaveText(
    "arn:aws:sts::444455556666:assumed-role/OpsAdmin/maint-0311",
  );
  await expect(panel.fact("From").getByRole("link")).toHaveText(STOP.address);

  await explorer.openRow(explorer.row("AssumeRole"));
  await expect(panel.fact("Name")).toHaveText(/^marek\.novak@example\.com\s*person$/);
  await expect(panel.fact("Role")).toContainText("AWSReservedSSO_PowerUserAccess");
  await expect(panel.fact("Resource")).toContainText("arn:aws:iam::444455556666:role/OpsAdmin");
});

test("how they got in stands before it: a console sign-in without a second factor, then the role", async ({
  explorer,
}) => {
  await explorer.open({ q: `ip:${STOP.address}`, order: "asc" });
  await expect(explorer.names).toContainText([
    "CredentialVerification",
    "UserAuthentication",
    "Federate",
    "ConsoleLogin",
    "DescribeInstances",
    "AssumeRole",
    "DescribeInstances",
    "StopInstances",
  ]);
  await explorer.openRow(explorer.row("ConsoleLogin"));
  await expect(explorer.panel.fact("Name")).toContainText(STOP.person);
  await expect(explorer.panel.leaf("additionalEventData.MFAUsed")).toHaveText("No");
});

test("the record is read, and copied, as it was delivered", async ({ page, explorer, request }) => {
  const { panel } = explorer;
  await explorer.open({ q: `id:${STOP.id}` });
  await explorer.openRow(explorer.rows.first());
  await expect(panel.leaf("eventName")).toHaveText("StopInstances");
  await panel.branch("items").first().click();
  await panel.branch("0").click();
  await expect(panel.leaf("requestParameters.instancesSet.items.instanceId")).toHaveText(STOP.instance);

  await panel.copyRecord.click();
  await expect(panel.record.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const delivered = await (await request.get(`/api/events/${STOP.id}`)).text();
  expect(JSON.parse(copied)).toMatchObject({ eventID: STOP.id, eventName: "StopInstances" });
  expect(delivered).toContain(`"record":${copied}`);
});

test("the event has a page of its own, which says the same", async ({ page, explorer, eventPage }) => {
  await explorer.open({ q: `id:${STOP.id}`, event: STOP.id });
  await expect(explorer.panel.sentence).toContainText(
    "marek.novak@example.com, as role OpsAdmin, stopped instance i-07a194e0ad26392cc",
  );
  const said = await textOf(explorer.panel.sentence);
  await explorer.panel.ownPage.click();
  await expect(page).toHaveURL(`/events/${STOP.id}`);
  await expect(page.getByRole("heading", { level: 2, name: "StopInstances" })).toBeVisible();
  await expect(eventPage.sentence).toHaveText(said);
  await expect(eventPage.fact("Session")).toContainText(STOP.session);
  await expect(eventPage.leaf("eventID")).toHaveText(STOP.id);
});
