/** How many tests of a suite ended in which way. */
export type Outcome = { readonly passed: number; readonly failed: number; readonly skipped: number };

export const NOTHING: Outcome = { passed: 0, failed: 0, skipped: 0 };

export function add(a: Outcome, b: Outcome): Outcome {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * What a suite counts for, given how its runner ended. A runner that fails without naming a test, and a suite
 * in which nothing ran, count as one failure: neither proves anything.
 */
export function judge(counted: Outcome, exitCode: number | null): Outcome {
  const silent = counted.failed === 0 && (exitCode !== 0 || counted.passed === 0);
  return silent ? { ...counted, failed: 1 } : counted;
}

export function sentence({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
