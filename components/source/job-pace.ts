import type { JobProgress } from "./source-view.ts";

/** What a job had done at a moment, milliseconds since 1970. */
export type Reading = {
  readonly at: number;
  readonly settled: number;
  readonly events: number;
};

export type Pace = { readonly objects: number; readonly events: number };

/** Long enough to be calm, short enough to be true. */
const WINDOW_MS = 10_000;

/** How far a run has come at this moment (milliseconds since 1970). */
export function readingOf(progress: JobProgress, at: number): Reading {
  const { objectsLoaded, objectsAlready, objectsSkipped, objectsFailed, events } = progress;
  return { at, settled: objectsLoaded + objectsAlready + objectsSkipped + objectsFailed, events };
}

/** The readings with one more, without those that are too old to tell the pace of now. */
export function addReading(readings: readonly Reading[], reading: Reading): readonly Reading[] {
  return [...readings.filter(({ at }) => reading.at - at <= WINDOW_MS && at < reading.at), reading];
}

/** Objects and events a second over the readings; null until there are two. */
export function paceOf(readings: readonly Reading[]): Pace | null {
  const [first] = readings;
  const last = readings.at(-1);
  if (first === undefined || last === undefined || last.at <= first.at) return null;
  const seconds = (last.at - first.at) / 1000;
  return {
    objects: (last.settled - first.settled) / seconds,
    events: (last.events - first.events) / seconds,
  };
}

/** How much there will be in all, where that is known: of what, and how much is done. */
export type Whole =
  | { readonly kind: "objects"; readonly total: number }
  | { readonly kind: "events"; readonly total: number };

/** The part that is done, 0 to 1, and the seconds that are left at this pace; null where nobody can tell. */
export function outlookOf(
  whole: Whole | null,
  progress: JobProgress,
  pace: Pace | null,
): { readonly part: number; readonly secondsLeft: number | null } | null {
  if (whole === null || whole.total <= 0) return null;
  const isEvents = whole.kind === "events";
  const done = isEvents ? progress.events : readingOf(progress, 0).settled;
  // What was promised is an estimate: when it is passed, nothing more can be said.
  if (done > whole.total) return null;
  const speed = pace === null ? 0 : isEvents ? pace.events : pace.objects;
  return { part: done / whole.total, secondsLeft: speed > 0 ? (whole.total - done) / speed : null };
}
