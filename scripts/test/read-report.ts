import { readFileSync } from "node:fs";
import * as z from "zod";
import { NOTHING, type Outcome } from "#scripts/test/outcome.ts";

const vitestReport = z.object({
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
});

/** Counts a report of Vitest's. A file that could not be loaded has no tests, but is a failure. */
export function readVitestReport(file: string): Outcome {
  const report = vitestReport.safeParse(readJson(file));
  if (!report.success) return NOTHING;
  const { testResults } = report.data;
  const statuses = testResults.flatMap(({ assertionResults }) =>
    assertionResults.map(({ status }) => status),
  );
  const broken = testResults.filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  );
  const passed = statuses.filter((status) => status === "passed").length;
  const failed = statuses.filter((status) => status === "failed").length;
  return { passed, failed: failed + broken.length, skipped: statuses.length - passed - failed };
}

/** Counts a report of Playwright's. A test that passes only when tried again is a failure. */
export function readPlaywrightReport(file: string): Outcome {
  const report = playwrightReport.safeParse(readJson(file));
  if (!report.success) return NOTHING;
  const { stats, errors } = report.data;
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    // The runner died before it wrote one; its exit code tells.
    return undefined;
  }
}
