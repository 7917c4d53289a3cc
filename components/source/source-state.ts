import type { BadgeTone } from "#components/ui/badge.tsx";
import { plural } from "#components/ui/format-count.ts";
import type { IconName } from "#components/ui/icon.tsx";
import type { SourceView } from "./source-view.ts";

/** How a source is, in a word or two with its glyph. */
export type SourceState = { readonly tone: BadgeTone; readonly icon: IconName; readonly label: string };

/** A sync that is due runs at once; this much later something holds it up. */
const PATIENCE_MS = 10 * 60_000;

/** What to say of a source. `now`: milliseconds since 1970. `hasWorker`: somebody is there to do what is asked. */
export function stateOf(source: SourceView, now: number, hasWorker: boolean): SourceState {
  const { job, objectsFailed, upkeep } = source;
  if (source.isRemoved) {
    return hasWorker
      ? { tone: "failed", icon: "clock", label: "being removed" }
      : { tone: "failed", icon: "warning", label: "waits for the worker" };
  }
  if (upkeep !== null && (job === null || job.state === "done")) {
    return { tone: "accent", icon: "clock", label: "removing old events" };
  }
  if (job === null) return { tone: "plain", icon: "clock", label: "not loaded yet" };
  switch (job.state) {
    case "queued":
      return hasWorker
        ? { tone: "accent", icon: "clock", label: "about to begin" }
        : { tone: "failed", icon: "warning", label: "waits for the worker" };
    case "running":
      return { tone: "accent", icon: "arrow-down", label: runningLabel(job) };
    case "failed":
      return { tone: "denied", icon: "forbidden", label: "failed" };
    case "cancelled":
      return { tone: "failed", icon: "warning", label: "cancelled" };
    case "done":
      if (objectsFailed > 0) {
        return { tone: "failed", icon: "warning", label: `${plural(objectsFailed, "object")} failed` };
      }
      if (isOverdue(source, now)) return { tone: "failed", icon: "warning", label: "sync is overdue" };
      return {
        tone: "good",
        icon: "check",
        label: source.syncEveryMinutes === null ? "loaded" : "up to date",
      };
  }
}

/** Of a source whose newest run failed, why, in its first sentence; null of any other. */
export function reasonOf({ isRemoved, job }: SourceView): string | null {
  if (isRemoved || job?.state !== "failed" || job.error === null) return null;
  return job.error.message.split(/(?<=[.!?])\s/, 1)[0] ?? null;
}

function runningLabel(job: NonNullable<SourceView["job"]>): string {
  if (job.cancelRequested) return "stopping";
  return job.phase === "discovering" ? "looking for logs" : "loading";
}

function isOverdue({ nextSyncAt }: SourceView, now: number): boolean {
  return nextSyncAt !== null && now - Date.parse(nextSyncAt) > PATIENCE_MS;
}

/** The intervals that are offered; null: only when asked. */
export const SCHEDULES: readonly { readonly minutes: number | null; readonly label: string }[] = [
  { minutes: null, label: "off" },
  { minutes: 5, label: "every 5 min" },
  { minutes: 15, label: "every 15 min" },
  { minutes: 60, label: "every hour" },
  { minutes: 360, label: "every 6 h" },
  { minutes: 1440, label: "every 24 h" },
];

/** `every 15 min`; an interval set through the API as it is. */
export function scheduleLabel(minutes: number | null): string {
  return SCHEDULES.find((schedule) => schedule.minutes === minutes)?.label ?? `every ${minutes} min`;
}
