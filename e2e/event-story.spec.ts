import { expectAccessible } from "#e2e/accessible.ts";
import { STOP, TRAIL } from "#e2e/frozen.ts";
import { ready } from "#e2e/pages/ready.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";

test("one event tells who did what to what, what was before, and how it ended", async ({ eventPage }) => {
  await eventPage.open(STOP.id);
  await expect(eventPage.sentence).toHaveText(
    `${STOP.person}, as role ${STOP.role}, stopped instance ${STOP.instance} in eu-west-1 from ${STOP.address}. It was allowed.`,
  );
  await expect(eventPage.severities).toHaveText(["destructive"]);
  await expect(eventPage.changes).toHaveText([`${STOP.instance} statefrom running to stopping`]);
  await expect(eventPage.reading("Request").getByRole("link", { name: STOP.instance })).toBeVisible();
  await expect(eventPage.reading("Response").getByRole("term").first()).toBeVisible();
});

test("who is behind it is told link by link, with its certainty in words and a way to each session", async ({
  page,
  explorer,
  eventPage,
}) => {
  await explorer.open({ q: `id:${STOP.id}`, event: STOP.id });
  const links = explorer.panel.fact("Behind it").getByRole("listitem");
  await expect(links).toHaveText([
    `person ${STOP.person}`,
    /inferred, nothing else fits.*Federate.*AWSReservedSSO_PowerUserAccess_/,
    new RegExp(`proved by the key that was issued.*AssumeRole.*${STOP.role}.*${STOP.session}`),
  ]);
  const role = links.nth(1).getByRole("link", { name: /^AWSReservedSSO_/ });
  await explorer.choose(role, "Search for only this");
  await expect(explorer.search).toHaveValue(/^role:AWSReservedSSO_/);

  await eventPage.open(STOP.id);
  await expect(links).toHaveCount(0);
  const here = eventPage.fact("Behind it").getByRole("listitem");
  await expect(here).toHaveCount(3);
  await expectAccessible(page);
  await here.nth(1).getByRole("link", { name: /^“/ }).click();
  await expect(page).toHaveURL(/\/sessions\//);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(new RegExp(`^Session of ${STOP.person}`));
});

test("a value of the sentence filters, as every other value does", async ({ page, explorer }) => {
  await explorer.open({ q: `id:${STOP.id}`, event: STOP.id });
  await explorer.choose(
    explorer.panel.sentence.getByRole("link", { name: STOP.instance }),
    "Search for only this",
  );
  await expect(explorer.search).toHaveValue(`resource:${STOP.instance}`);
  await expect(page.getByRole("menu")).toHaveCount(0);
});

test("what happened around it comes after it, and opens beside the list", async ({ page, explorer }) => {
  const { panel } = explorer;
  await explorer.open({ q: `id:${STOP.id}`, event: STOP.id });
  await panel.lookAround();
  const session = panel.around(/^Same session/);
  await session.scrollIntoViewIfNeeded();
  await expect(
    session.getByRole("link", { name: /^Open DescribeInstances, \d+ (s|min) before$/ }).first(),
  ).toBeVisible();
  await session
    .getByRole("link", { name: /^Open DescribeInstances/ })
    .first()
    .click();
  await expect(panel.sentence).toContainText("looked at instances");
  await expect(page).toHaveURL(/q=id:/);
});

test("a group around it opens whole in the explorer, with its filter and its time", async ({
  explorer,
  eventPage,
}) => {
  await eventPage.open(STOP.id);
  await eventPage.lookAround();
  const session = eventPage.around(/^Same session/);
  await session.scrollIntoViewIfNeeded();
  const listed = await session.getByRole("listitem").count();
  expect(listed).toBeLessThanOrEqual(10);
  await session.getByRole("link", { name: /in the list|See all/ }).click();
  await expect(explorer.search).toHaveValue(/^principal:/);
  await expect(explorer.rows).toHaveCount(listed + 1);
});

test("nothing is shown around an event that stands alone", async ({ page, eventPage }) => {
  await page.route("**/neighbours*", (route) => route.fulfill({ json: { neighbourhoods: [] } }));
  await eventPage.open(STOP.id);
  await eventPage.record.scrollIntoViewIfNeeded();
  await expect(page.getByRole("heading", { name: "Around it" })).toHaveCount(0);
});

test.describe("when what lies around cannot be read", () => {
  test.use({ complaints: [/status of 503/] });

  test("it says so, and is tried again", async ({ page, eventPage }) => {
    await page.route("**/neighbours*", (route) => route.fulfill({ status: 503, json: {} }), { times: 1 });
    await eventPage.open(STOP.id);
    await eventPage.lookAround();
    await page.getByText("What happened around it could not be read.").scrollIntoViewIfNeeded();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(eventPage.around(/^Same session/)).toBeVisible();
  });
});

test("two events are compared from one of them: what differs shows, what is equal is folded", async ({
  page,
  eventPage,
  comparison,
}) => {
  await eventPage.open(STOP.id);
  await eventPage.lookAround();
  const session = eventPage.around(/^Same session/);
  await session
    .getByRole("link", { name: /^Compare with DescribeInstances/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`/events/compare\\?id=${STOP.id}&id=`));
  await ready(page, "main a");
  await expect(comparison.events).toHaveCount(2);
  await expect(comparison.difference("eventName")).toContainText(
    /StopInstances.*differs from A: .*DescribeInstances/,
  );
  await expect(comparison.difference("awsRegion")).toHaveCount(0);
  await comparison
    .equal("Record")
    .getByText(/equal values$/)
    .click();
  await expect(
    comparison.equal("Record").getByRole("rowheader", { name: "awsRegion", exact: true }),
  ).toBeVisible();
});

test("a third event is added by its id, and left out again", async ({ page, request, comparison }) => {
  const answer = await request.get(
    `/api/events?q=event:StopInstances&limit=3&from=${TRAIL.from}&to=${TRAIL.to}`,
  );
  const { events }: { events: { eventId: string }[] } = await answer.json();
  const [first = "", second = "", third = ""] = events.map(({ eventId }) => eventId);
  await comparison.open([first, second]);
  await expect(comparison.leaveOut("A")).toHaveCount(0);
  await comparison.add(third);
  await expect(comparison.events).toHaveCount(3);
  await comparison.leaveOut("B").click();
  await expect(page).toHaveURL(`/events/compare?id=${first}&id=${third}`);
  await expect(comparison.events).toHaveCount(2);
});

test("an address that compares nothing says so", async ({ page, comparison }) => {
  await comparison.open([]);
  await expect(page.getByRole("heading", { name: "Nothing to compare yet." })).toBeVisible();
  await comparison.open([STOP.id, "00000000-0000-4000-8000-000000000000", "nonsense", STOP.id.toUpperCase()]);
  await expect(page.getByRole("heading", { name: "One event alone cannot be compared." })).toBeVisible();
  await expect(page.getByRole("status").filter({ hasText: "No loaded event has the id" })).toHaveCount(2);
});

for (const width of [1440, 360]) {
  test(`the new parts break no rule of accessibility at ${width} px, and nothing sticks out`, async ({
    page,
    eventPage,
    comparison,
    request,
  }, info) => {
    // Six states are judged whole; a busy machine takes its time.
    test.setTimeout(180_000);
    await page.setViewportSize({ width, height: 900 });
    const answer = await request.get("/api/events?q=event:RunInstances&limit=2");
    const { events }: { events: { eventId: string }[] } = await answer.json();
    const open: Readonly<Record<string, () => Promise<void>>> = {
      event: async () => {
        await eventPage.open(STOP.id);
        await eventPage.lookAround();
        await expect(eventPage.around(/^In the account/)).toBeVisible();
      },
      comparison: () => comparison.open([STOP.id, ...events.map(({ eventId }) => eventId)]),
      "comparison of nothing": () => comparison.open([]),
    };
    for (const [name, show] of Object.entries(open)) {
      await show();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.screenshot({ path: info.outputPath(`${name} ${colorScheme}.png`), fullPage: true });
        expect(await sidewaysOverflow(page)).toBe(0);
        await expectAccessible(page);
      }
    }
  });
}
