import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { add, judge, NOTHING, sentence } from "#scripts/test/outcome.ts";
import { readPlaywrightReport, readVitestReport } from "#scripts/test/read-report.ts";

describe("a suite", () => {
  it("counts as it counted when its runner agrees", () => {
    expect(judge({ passed: 3, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 3, failed: 0, skipped: 1 });
    expect(judge({ passed: 3, failed: 2, skipped: 0 }, 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  it("has failed when its runner failed without naming a test", () => {
    expect(judge({ passed: 3, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(judge({ passed: 3, failed: 0, skipped: 0 }, null).failed).toBe(1);
  });

  it("has failed when nothing ran", () => {
    expect(judge(NOTHING, 0).failed).toBe(1);
    expect(judge({ passed: 0, failed: 0, skipped: 4 }, 0).failed).toBe(1);
  });
});

it("adds up to one line", () => {
  const total = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(sentence(total)).toBe("11 passed, 22 failed, 33 skipped");
});

describe("a report", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "waymark-report-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function report(content: unknown): string {
    const file = join(folder, "report.json");
    writeFileSync(file, JSON.stringify(content));
    return file;
  }

  const tests = (...statuses: string[]) => statuses.map((status) => ({ status }));

  it("of Vitest is counted test by test", () => {
    const file = report({
      testResults: [
        { status: "passed", assertionResults: tests("passed", "passed", "pending") },
        { status: "failed", assertionResults: tests("passed", "failed", "todo", "skipped") },
      ],
    });
    expect(readVitestReport(file)).toEqual({ passed: 3, failed: 1, skipped: 3 });
  });

  it("of Vitest counts a file that could not be loaded as a failure", () => {
    const file = report({ testResults: [{ status: "failed", assertionResults: [] }] });
    expect(readVitestReport(file)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("of Playwright counts a test that passed at the second try as a failure", () => {
    const file = report({ stats: { expected: 5, unexpected: 1, flaky: 2, skipped: 3 }, errors: [] });
    expect(readPlaywrightReport(file)).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });

  it("of Playwright counts errors outside tests", () => {
    const file = report({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [{}] });
    expect(readPlaywrightReport(file).failed).toBe(1);
  });

  it("that is not there counts nothing, so that its suite fails", () => {
    expect(judge(readVitestReport(join(folder, "none.json")), 1)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
    expect(judge(readPlaywrightReport(join(folder, "none.json")), 0)).toEqual({
      passed: 0,
      failed: 1,
      skipped: 0,
    });
  });
});
