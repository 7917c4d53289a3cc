import { STOP } from "#e2e/frozen.ts";
import { actorPagesOn } from "#e2e/pages/actor-pages.ts";
import { expect, test } from "#e2e/test.ts";

test("from the stopped instance's event to the session to the person, by clicking", async ({
  page,
  eventPage,
}) => {
  const { title, part } = actorPagesOn(page);
  await eventPage.open(STOP.id);
  await eventPage.fact("Session").getByRole("link").click();
  await page.getByRole("menuitem", { name: "Open the page of this session" }).click();

  await expect(page).toHaveURL(/\/sessions\/ASIA/);
  await expect(title).toContainText(`Session of ${STOP.role}`);
  await expect(title).toContainText(STOP.session);
  const chain = part("How it came to be");
  await expect(chain).toContainText(STOP.person);
  await expect(chain.getByRole("link", { name: "AssumeRole" })).toBeVisible();
  const story = part("What it did, in order");
  await expect(story.getByRole("link", { name: /^(?:Describe|Stop)Instances$/ })).toHaveText([
    "DescribeInstances",
    "StopInstances",
  ]);
  await expect(part("Changed")).toContainText(STOP.instance);

  await chain.getByRole("link", { name: STOP.person, exact: true }).first().click();
  await expect(page).toHaveURL(/\/actors\/marek/);
  await expect(title).toContainText(`${STOP.person} person`);
  await expect(part("Assumes")).toContainText(STOP.role);
  await expect(part("Denied")).toContainText(/not authorized/);
  await expect(part("From")).toContainText(STOP.address);
});

test("what came of a session, and of a person, is one click from their pages", async ({
  page,
  eventPage,
}) => {
  const { openActor } = actorPagesOn(page);
  const radius = page.getByRole("heading", { name: "Blast radius", level: 1 });
  const written = page.getByRole("region", { name: "What was written to" });
  await eventPage.open(STOP.id);
  await eventPage.fact("Session").getByRole("link").click();
  await page.getByRole("menuitem", { name: "Open the page of this session" }).click();
  await page.getByRole("link", { name: "Trace what came of this session" }).click();
  await expect(radius).toBeVisible();
  await expect(written).toContainText(STOP.instance);

  await openActor(STOP.person);
  await page.getByRole("link", { name: "Trace what came of this person" }).click();
  await expect(radius).toBeVisible();
  await expect(page).toHaveURL(/since=2026-10-/);
  await expect(written).toContainText(STOP.instance);

  // A service signs with no key that anything could come of.
  await openActor("ec2.amazonaws.com");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Trace/ })).toHaveCount(0);
});

test("a figure of an actor's page opens the explorer with as many events", async ({ page, explorer }) => {
  const { openActor, part } = actorPagesOn(page);
  await openActor("svc-backup");
  const first = part("Services").getByRole("listitem").first();
  const count = (await first.locator("> span").last().textContent()) ?? "";
  const href = await first.getByRole("link").getAttribute("href");
  await page.goto(href ?? "");
  await expect(explorer.count).toHaveText(`${count} events`);
});

test("the span stands in the address, and another can be chosen", async ({ page }) => {
  const { openActor, part } = actorPagesOn(page);
  await openActor(STOP.person);
  await page.getByRole("navigation", { name: "Time" }).getByRole("link", { name: "7 d" }).click();
  // The hour that holds the moment 7 days before the last event of the trail.
  await expect(page).toHaveURL(/from=2026-11-12T23:00:00Z/);
  await expect(part("Activity")).toContainText("some denied or failed");
  await expect(part("New, compared with the 30 days before")).toContainText(STOP.address);
});

test.describe("what is not there", () => {
  test.use({ complaints: [/404/] });
  test("is said, for a session and for an actor", async ({ page }) => {
    const { title, openActor, openSession } = actorPagesOn(page);
    await openSession("ASIAUNKNOWNUNKNOWNXX");
    await expect(title).toHaveText("No loaded event names this key or session.");
    await openActor("<img src=x onerror=alert(1)>");
    await expect(title).toHaveText("No loaded event names this actor.");
  });
});
