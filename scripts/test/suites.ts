import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { runTool } from "#bin/launch/tool.ts";
import { freePort } from "#lib/db/embedded/free-port.ts";
import { problems, readSources } from "#scripts/check-architecture.ts";
import { findChromium } from "#scripts/test/find-chromium.ts";
import { judge, type Outcome } from "#scripts/test/outcome.ts";
import { readPlaywrightReport, readVitestReport } from "#scripts/test/read-report.ts";
import { runShown } from "#scripts/test/run-shown.ts";

type Say = (line: string) => void;

export type Suite = (say: Say) => Promise<Outcome>;

/** Everything that proves the product, in the order of how soon it tells. */
export const SUITES: Readonly<Record<string, Suite>> = {
  lint: (say) => check(say, [["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings"]]),
  types: (say) =>
    check(say, [
      ["node_modules/next/dist/bin/next", "typegen"],
      ["node_modules/typescript/bin/tsc", "--noEmit"],
    ]),
  architecture,
  // They only compute: vitest would leave one core to other things.
  unit: () => vitest("unit", "--maxWorkers=100%"),
  database: () => vitest("database"),
  "postgres-15": () => vitest("postgres-15"),
  start: () => vitest("start"),
  e2e,
};

/** One test: every command succeeds. What they say is shown only if one does not. */
async function check(say: Say, commands: readonly (readonly [string, ...string[]])[]): Promise<Outcome> {
  for (const [script, ...args] of commands) {
    const { status, output } = await runTool(script, args, { env: { NEXT_TELEMETRY_DISABLED: "1" } });
    if (status === 0) continue;
    say(output);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return { passed: 1, failed: 0, skipped: 0 };
}

async function architecture(say: Say): Promise<Outcome> {
  const found = problems(readSources(PROJECT_ROOT));
  for (const problem of found) say(problem);
  return found.length === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function vitest(project: string, ...more: readonly string[]): Promise<Outcome> {
  return withReport(async (report) => {
    const args = ["run", "--project", project, "--reporter=default", "--reporter=json", ...more];
    const exitCode = await runShown("node_modules/vitest/vitest.mjs", [...args, `--outputFile=${report}`]);
    return judge(readVitestReport(report), exitCode);
  });
}

async function e2e(say: Say): Promise<Outcome> {
  const chromium = await findChromium(say);
  say(`Browser: ${chromium}`);
  const port = await freePort();
  return withReport(async (report) => {
    const exitCode = await runShown(
      "node_modules/@playwright/test/cli.js",
      ["test", "--reporter=list,json"],
      {
        CHROMIUM_PATH: chromium,
        E2E_PORT: String(port),
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      },
    );
    return judge(readPlaywrightReport(report), exitCode);
  });
}

async function withReport(run: (file: string) => Promise<Outcome>): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), "waymark-report-"));
  try {
    return await run(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
