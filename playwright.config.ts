import { defineConfig } from "@playwright/test";
import { organizationsPort } from "#e2e/organizations-port.ts";

const port = process.env["E2E_PORT"] ?? "24117";
const baseURL = `http://127.0.0.1:${port}`;
const chromium = process.env["CHROMIUM_PATH"];

const quiet = [
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-quic",
  "--disable-sync",
];
// Chromium's sandbox does not work for root.
const asRoot = process.getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Specs that add sources and events: they come last, so that all others see the sample alone. */
const CHANGING = [
  "sources.spec.ts",
  "lookup.spec.ts",
  "hostile.spec.ts",
  "newer.spec.ts",
  "retention.spec.ts",
];

export default defineConfig({
  testDir: "e2e",
  workers: 1,
  forbidOnly: process.env["CI"] !== undefined,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL,
    // Every test is recorded for it, which nobody looks at where only the lines that are printed are kept.
    trace: process.env["CI"] === undefined ? "retain-on-failure" : "off",
    screenshot: "only-on-failure",
    timezoneId: "UTC",
    locale: "en-GB",
    launchOptions: {
      args: [...quiet, ...asRoot],
      ...(chromium === undefined ? {} : { executablePath: chromium }),
    },
  },
  projects: [
    { name: "data", testMatch: "data.setup.ts" },
    { name: "chromium", testMatch: "*.spec.ts", testIgnore: CHANGING, dependencies: ["data"] },
    { name: "changing", testMatch: CHANGING, dependencies: ["data"] },
  ],
  webServer: {
    command: "node bin/run.mjs e2e/serve.ts",
    env: { PORT: port, AWS_ENDPOINT_URL_ORGANIZATIONS: `http://127.0.0.1:${organizationsPort(port)}` },
    url: `${baseURL}/api/health`,
    timeout: 600_000,
    reuseExistingServer: false,
    stdout: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});
