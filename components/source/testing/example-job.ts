import type { JobView } from "#components/source/source-view.ts";

/** A job that is done and brought nothing, as a page sees it, and what is different about it. */
export function exampleJob(change: Partial<JobView> = {}): JobView {
  return {
    id: "job",
    sourceId: "source",
    kind: "sync",
    state: "done",
    phase: "finished",
    trigger: "person",
    full: false,
    cancelRequested: false,
    createdAt: "2026-11-20T11:00:00Z",
    startedAt: null,
    finishedAt: null,
    progress: {
      objectsSeen: 0,
      objectsLoaded: 0,
      objectsAlready: 0,
      objectsSkipped: 0,
      objectsFailed: 0,
      records: 0,
      events: 0,
      duplicates: 0,
      refused: 0,
      bytes: 0,
    },
    removed: { events: 0, bytes: 0 },
    error: null,
    ...change,
  };
}
