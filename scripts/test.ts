// `npm test`: everything that proves the product, one suite after the other, and one line at the end.
// `node bin/run.mjs scripts/test.ts unit database` runs these suites alone.
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { reportFailure } from "#bin/launch/report-failure.ts";
import { listenForStop } from "#bin/launch/stop-request.ts";
import { duration } from "#bin/launch/terminal.ts";
import { add, NOTHING, type Outcome, sentence } from "#scripts/test/outcome.ts";
import { SUITES, type Suite } from "#scripts/test/suites.ts";

/** Runs the suites that are named, or all. Resolves to the exit code. */
export async function main(names: readonly string[]): Promise<number> {
  process.chdir(PROJECT_ROOT);
  const unknown = names.find((name) => SUITES[name] === undefined);
  if (unknown !== undefined) {
    say(`There is no suite "${unknown}": ${Object.keys(SUITES).join(", ")}.`);
    return 1;
  }
  const stop = listenForStop();
  let total = NOTHING;
  const failed: string[] = [];
  for (const [name, suite] of Object.entries(SUITES)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const outcome = await runSuite(name, suite);
    if (stop.signal.aborted) {
      say("\nStopped.");
      return 130;
    }
    if (outcome.failed > 0) failed.push(name);
    total = add(total, outcome);
  }
  if (failed.length > 0) say(`\nFailed: ${failed.join(", ")}`);
  say(`\n${sentence(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function runSuite(name: string, suite: Suite): Promise<Outcome> {
  say(`\n== ${name}`);
  const began = performance.now();
  const outcome = await suite(say).catch((error: unknown) => {
    say(reportFailure(error));
    return { passed: 0, failed: 1, skipped: 0 };
  });
  say(`== ${name}: ${sentence(outcome)} (${duration(performance.now() - began)})`);
  return outcome;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
