import { expect, test } from "#e2e/test.ts";

test("the address that the start prints opens in a browser", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer?.status()).toBe(200);
  await expect(page).toHaveTitle(/Waymark/);
});

test("health says that database and worker are up", async ({ request }) => {
  const answer = await request.get("/api/health");
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ok", database: "up", worker: "up" });
});
