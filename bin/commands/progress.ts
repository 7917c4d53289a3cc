import type { Output } from "#bin/commands/output.ts";
import { progressBar, progressText, type Snapshot } from "#bin/commands/progress-line.ts";
import type { JobPhase, JobProgress } from "#lib/db/jobs/job.ts";

/** Shows a run as it goes: one line that is redrawn on a terminal, and a line a second elsewhere. */
export type ProgressView = {
  show(phase: JobPhase, progress: JobProgress): void;
  /** Takes the line away; what comes next stands in its place. */
  end(): void;
};

/** Where nobody knows how wide the terminal is. */
const CELLS = 80;
/** The speed is that of the last so many milliseconds. */
const WINDOW_MS = 5000;
/** A run tells of itself once a second, give or take, and at each new phase. */
const LINE_EVERY_MS = 900;

export function createProgressView(err: Output, now: () => number): ProgressView {
  let seen: readonly { readonly at: number; readonly events: number }[] = [];
  let lastLine = Number.NEGATIVE_INFINITY;
  return {
    show(phase, progress) {
      const at = now();
      seen = [...seen.filter((one) => at - one.at <= WINDOW_MS), { at, events: progress.events }];
      const snapshot: Snapshot = { phase, progress, eventsPerSecond: speed(seen) };
      if (err.isTerminal) {
        // The last cell stays free: a full line wraps.
        err.redraw(progressBar(snapshot, (err.columns() ?? CELLS) - 1));
      } else if (at - lastLine >= LINE_EVERY_MS) {
        lastLine = at;
        err.write(`${progressText(snapshot)}\n`).catch(() => {
          // Nobody watches any more; the run goes on.
        });
      }
    },
    end: () => err.redraw(""),
  };
}

function speed(seen: readonly { readonly at: number; readonly events: number }[]): number {
  const [first, last] = [seen[0], seen.at(-1)];
  if (first === undefined || last === undefined || last.at === first.at) return 0;
  return ((last.events - first.events) * 1000) / (last.at - first.at);
}
