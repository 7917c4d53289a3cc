import { lookupFormOn } from "#e2e/pages/lookup-form.ts";
import { expect, test } from "#e2e/test.ts";
import { answerLookupError, recordsUpTo, startLookupServer } from "#lib/aws/testing/lookup-server.ts";

const HOUR = 3_600_000;
const NAME = "lookup://default";

test("events of the last days are looked up where there is no trail, and a second sync finds nothing new", async ({
  page,
  sources,
}) => {
  const form = lookupFormOn(page);
  const records = recordsUpTo(Date.now() - 26 * HOUR, 12, HOUR);
  const server = await startLookupServer({ events: { "eu-west-1": records } });
  try {
    await form.open();
    await form.fill({ regions: "eu-west-1 ap-east-1", endpoint: server.endpoint });
    await form.ask.click();
    await expect(form.answered).toContainText("Events can be looked up");
    await expect(sources.fact("Account")).toHaveText("111122223333");
    await expect(sources.fact("Regions that answer")).toHaveText("1: eu-west-1");
    await expect(sources.fact("Not enabled, passed by")).toHaveText("ap-east-1");
    await expect(form.answered).toContainText("recorded in us-east-1 only");

    await form.range.selectOption("7 days");
    await form.load.click();
    await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
    await sources.finish();
    await expect(sources.lastRun).toContainText("12 records read = 12 new events");
    await expect(sources.fact("Accounts × regions")).toHaveText("1 × 1");
    await expect(sources.notLoaded.getByRole("heading", { name: "Region not enabled" })).toBeVisible();

    await sources.syncNow.click();
    await sources.finish();
    await expect(sources.lastRun).toContainText(/=\s*0 loaded/);
    await sources.open();
    await expect(sources.row(NAME)).toContainText("LookupEvents, sync every 15 min");
  } finally {
    await server.stop();
  }
});

test("who is denied is shown the smallest policy, and a wrong region beside its field", async ({ page }) => {
  const form = lookupFormOn(page);
  const server = await startLookupServer({
    events: {},
    interfere(_, response) {
      answerLookupError(response, "AccessDeniedException", "User: x is not authorized to perform this");
      return true;
    },
  });
  try {
    await form.open();
    await form.regions.fill("Frankfurt");
    await form.ask.click();
    await expect(form.regions).toHaveAccessibleDescription(
      '"frankfurt" is no region: write eu-west-1, or all.',
    );
    await form.fill({ regions: "us-east-1", endpoint: server.endpoint });
    await form.ask.click();
    await expect(form.problem).toHaveText("Access denied: events of us-east-1 may not be looked up.");
    await expect(page.getByRole("textbox", { name: "The policy" })).toHaveValue(/cloudtrail:LookupEvents/);
    await expect(form.load).toHaveText("Load all the same");
  } finally {
    await server.stop();
  }
});
