import { readFile } from "node:fs/promises";
import { readExport } from "#e2e/export-files.ts";
import { TRAIL } from "#e2e/frozen.ts";
import { startHalfAnswer } from "#e2e/half-answer.ts";
import { expect, test } from "#e2e/test.ts";

test("the Export button saves every event of the view, and says how many", async ({ explorer, exports }) => {
  await explorer.open({ q: "service:iam", ...TRAIL });
  const shown = await explorer.count.textContent();
  await exports.open();
  await expect(exports.menu).toContainText(`All ${shown} of this view`);
  await exports.choose("NDJSON");
  await expect(exports.menu).toContainText(`${shown}, `);
  await expect(exports.menu).toContainText(/saved in waymark-service-iam-from-[\w.-]+\.ndjson/);
  const ids = readExport("ndjson", (await exports.saved()) ?? "");
  expect(`${ids.length.toLocaleString("en-GB")} events`).toBe(shown);
  expect(ids.slice(0, 50)).toEqual(await explorer.ids());
});

test("a running export shows how far it is, and leaves no file when it is cancelled", async ({
  explorer,
  exports,
}) => {
  await explorer.open({ ...TRAIL });
  await exports.slowDown();
  await exports.open();
  await exports.choose("NDJSON with records");
  await expect(exports.menu).toContainText(/[\d,]+ of [\d,]+ events, [\d.]+ [kM]B/);
  await expect(exports.menu.getByRole("progressbar", { name: "Exported" })).toBeVisible();
  await exports.cancel.click();
  await expect(exports.cancel).toBeHidden();
  await expect.poll(exports.saved).toBeNull();
});

test("a running export is measured against the count of its own view alone", async ({
  explorer,
  exports,
  page,
}) => {
  await explorer.open({ ...TRAIL });
  await exports.slowDown();
  await exports.open();
  await exports.choose("NDJSON with records");
  await expect(exports.menu).toContainText(/[\d,]+ of \d{2},\d{3} events, /);
  await page.keyboard.press("Escape");
  await explorer.type("event:StopInstances");
  await expect(explorer.count).toHaveText(/^\d{1,3} events$/);
  await exports.open();
  await expect(exports.menu).toContainText(/All \d{1,3} events of this view/);
  await expect(exports.menu).toContainText(/[\d,]+ events, [\d.]+ [kM]B/);
  await expect(exports.menu).not.toContainText(/ of \d{1,3} events/);
  await expect(exports.menu.getByRole("progressbar", { name: "Exported" })).not.toHaveAttribute("value");
  await expect(exports.button).toHaveText("Exporting");
  await page.keyboard.press("Escape");
  await page.goBack();
  await exports.open();
  await expect(exports.menu).toContainText(/[\d,]+ of \d{2},\d{3} events, /);
  await exports.cancel.click();
});

test.describe("where the network fails", () => {
  test.use({ complaints: [/net::ERR_/] });

  test("an export that breaks off on its way says so, leaves no file, and can be had again", async ({
    explorer,
    exports,
    page,
  }) => {
    const view = { q: "service:iam", ...TRAIL };
    const answer = await page.request.get("/api/events/export", { params: { ...view, format: "json" } });
    const text = await answer.text();
    const server = await startHalfAnswer("application/json", text.slice(0, text.length / 2));
    await page.route("**/api/events/export?*", (route) => route.continue({ url: server.address }));
    await explorer.open(view);
    await exports.open();
    await exports.choose("JSON");
    // So much has come that a file could have been begun.
    await expect(exports.menu).toContainText(/\d{3} of [\d,]+ events/);
    server.breakOff();
    await expect(exports.menu.getByRole("alert")).toContainText("broke off");
    await expect.poll(exports.saved).toBeNull();
    await expect(exports.menu.getByRole("button", { name: /^JSON / })).toBeEnabled();

    server.stop();
    await page.route("**/api/events/export?*", (route) => route.abort("connectionreset"));
    await exports.choose("JSON");
    await expect(exports.menu.getByRole("alert")).toContainText("does not answer");
    await expect.poll(exports.saved).toBeNull();
  });
});

test("a browser that cannot write files downloads it by itself", async ({ explorer, exports, page }) => {
  await exports.withoutFiles();
  await explorer.open({ q: "event:StopInstances", ...TRAIL });
  await exports.open();
  const [download] = await Promise.all([page.waitForEvent("download"), exports.choose("CSV")]);
  expect(download.suggestedFilename()).toMatch(/^waymark-event-StopInstances-from-.*\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text.startsWith("\ufeffeventTime,")).toBe(true);
  await expect(exports.menu).toContainText("Your browser downloads it");
});

test("the page about the API names every route, and `?` leads there", async ({ page, explorer }) => {
  await explorer.open();
  await page.keyboard.press("?");
  await page.getByRole("link", { name: "The HTTP API, for scripts" }).click();
  await expect(page.getByRole("heading", { name: "HTTP API" })).toBeVisible();
  const { paths } = await (await page.request.get("/api/openapi.json")).json();
  for (const path of Object.keys(paths)) {
    await expect(page.getByRole("heading", { name: path }).first()).toBeVisible();
  }
});
