import { readFileSync } from "node:fs";

/**
 * Milliseconds of each of several runs of `work`, after one that warms up. No further run is begun after `budget`
 * milliseconds: what takes seconds needs neither warming nor many runs.
 */
export async function timesOf(work: () => Promise<void>, runs = 9, budget = 10_000): Promise<number[]> {
  const times: number[] = [];
  const started = performance.now();
  for (let run = 0; run <= runs; run++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
    if (performance.now() - started > budget) break;
  }
  return times.length === 1 ? times : times.slice(1);
}

/** The value below which `share` (0 to 1) of the values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The most memory that a process has held so far, in bytes, as Linux keeps count; null elsewhere. */
export function peakMemory(pid: number): number | null {
  try {
    const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes) * 1024;
  } catch {
    return null;
  }
}
