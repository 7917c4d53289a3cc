import { cutToWidth, textWidth } from "#lib/base/text-width.ts";
import type { JobPhase, JobProgress } from "#lib/db/jobs/job.ts";

/** Where a run is, and how fast, in one line. */
export type Snapshot = {
  readonly phase: JobPhase;
  readonly progress: JobProgress;
  /** Lately. */
  readonly eventsPerSecond: number;
};

const LONGEST_BAR = 24;
const SHORTEST_BAR = 8;

/** Objects whose fate is known. */
function settledObjects(progress: JobProgress): number {
  const { objectsLoaded, objectsAlready, objectsSkipped, objectsFailed } = progress;
  return objectsLoaded + objectsAlready + objectsSkipped + objectsFailed;
}

/** The line in words, as it stands in a log. */
export function progressText({ phase, progress, eventsPerSecond }: Snapshot): string {
  if (phase !== "loading") return PHASES[phase];
  const { objectsSeen, objectsFailed, events } = progress;
  return [
    `${PHASES.loading} ${number(settledObjects(progress))} of ${number(objectsSeen)} objects`,
    `${number(events)} events`,
    `${number(eventsPerSecond)} events/s`,
    ...(objectsFailed > 0 ? [`${number(objectsFailed)} failed`] : []),
  ].join(", ");
}

/** The line with a bar, in at most `cells`. Listing goes on while loading does: the bar may fall back. */
export function progressBar(snapshot: Snapshot, cells: number): string {
  const text = progressText(snapshot);
  const { phase, progress } = snapshot;
  const room = Math.min(LONGEST_BAR, cells - textWidth(text) - 2);
  if (phase !== "loading" || progress.objectsSeen === 0 || room < SHORTEST_BAR)
    return cutToWidth(text, cells);
  const full = Math.floor((settledObjects(progress) / progress.objectsSeen) * room);
  return `${"█".repeat(full)}${"░".repeat(room - full)}  ${text}`;
}

const PHASES: Readonly<Record<JobPhase, string>> = {
  waiting: "Waiting for the run to begin",
  discovering: "Looking for logs",
  loading: "Loading:",
  finished: "Finishing",
};

const FORMAT = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** `12345` as `12,345`. */
export function number(value: number): string {
  return FORMAT.format(value);
}

/** `1 object`, `2 objects`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}
