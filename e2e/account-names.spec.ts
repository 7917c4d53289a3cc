import { expectAccessible } from "#e2e/accessible.ts";
import { STOP } from "#e2e/frozen.ts";
import { organizationsPort } from "#e2e/organizations-port.ts";
import { expect, sidewaysOverflow, test } from "#e2e/test.ts";
import {
  answerOrganizationsError,
  type OrganizationsServer,
  startOrganizationsServer,
} from "#lib/aws/testing/organizations-server.ts";

// One server, which all tests of this file change.
test.describe.configure({ mode: "serial" });

let server: OrganizationsServer;
let isDenied = false;

test.beforeAll(async () => {
  server = await startOrganizationsServer({
    port: organizationsPort(),
    accounts: Array.from({ length: 31 }, (_, index) => ({
      id: String(444_455_556_666 + index),
      name: index === 0 ? "Sandbox" : `Team ${index}`,
    })),
    interfere(_, response) {
      if (isDenied) answerOrganizationsError(response, "AccessDeniedException", "You may not.");
      return isDenied;
    },
  });
});
test.afterAll(async ({ request }) => {
  await server.stop();
  await request.delete("/api/names/listed");
  await request.put("/api/names", { data: { accounts: [], people: [] } });
});

test.describe("where listing is denied", () => {
  test.use({ complaints: [/status of 502/] });

  test("the page says what is needed", async ({ page }) => {
    isDenied = true;
    await page.goto("/settings/names");
    const part = page.getByRole("region", { name: "From AWS Organizations" });
    await part.getByRole("button", { name: "List accounts" }).click();
    await expect(part.getByRole("alert")).toContainText(
      "Access denied: the accounts of the organization may not be listed.",
    );
    await expect(part.getByRole("textbox", { name: "The policy" })).toHaveValue(
      /"Action": "organizations:ListAccounts"/,
    );
    await expectAccessible(page);
    isDenied = false;
  });
});

test("accounts go by their names in the organization, unless a person gave another", async ({
  page,
  explorer,
  facets,
}) => {
  await page.setViewportSize({ width: 1900, height: 900 });
  await page.goto("/settings/names");
  const part = page.getByRole("region", { name: "From AWS Organizations" });
  await part.getByRole("button", { name: "List accounts" }).click();
  await expect(part.getByRole("status")).toHaveText("31 accounts listed.");
  await expect(part.getByRole("row").filter({ hasText: "444455556666" })).toContainText("Sandbox");
  expect(server.calls.at(-1)).toMatchObject({ token: "20", key: "demo" });

  const account = () => explorer.rows.first().locator("td[data-column='account']");
  await explorer.open({ q: `id:${STOP.id}` });
  await expect(account()).toHaveText("Sandbox");
  await expect(account().getByRole("link")).toHaveAttribute("data-value", "444455556666");

  await page.goto("/settings/names");
  await expect(page.getByLabel("Accounts", { exact: true })).toHaveValue("");
  await page.getByLabel("Accounts", { exact: true }).fill("444455556666 = workshop");
  await page.getByRole("button", { name: "Save names" }).click();
  await expect(page.getByText("Saved: 1 accounts, 0 rules for people.")).toBeVisible();
  await page.reload();
  await expect(part.getByRole("row").filter({ hasText: "444455556666" })).toContainText("another was given");
  await explorer.open({ q: `id:${STOP.id}` });
  await expect(account()).toHaveText("workshop");
  const facet = facets.of("Account");
  await facet.search("WORKSH");
  await expect(facet.values).toHaveCount(1);
  await expect(facet.values).toContainText("workshop");

  await page.goto("/settings/names");
  await part.getByRole("button", { name: "Forget them" }).click();
  await expect(part.getByRole("table")).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the list of accounts is accessible and fits a phone, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/settings/names");
    const part = page.getByRole("region", { name: "From AWS Organizations" });
    await part.getByRole("button", { name: /^List/ }).click();
    await expect(part.getByRole("status")).toHaveText("31 accounts listed.");
    await expect(part.getByText("11 more")).toBeVisible();
    await expect(page).toHaveTitle(/Names/);
    await expectAccessible(page);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sidewaysOverflow(page)).toBe(0);
    await expectAccessible(page);
  });
}
