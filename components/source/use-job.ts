"use client";

import { useEffect, useState } from "react";
import { askServer } from "#components/ui/ask-server.ts";
import { addReading, type Reading, readingOf } from "./job-pace.ts";
import { isUnfinished, type JobView } from "./source-view.ts";

const EVERY_MS = 1000;

export type WatchedJob = {
  readonly job: JobView;
  readonly readings: readonly Reading[];
  /** True while the server does not answer: what is shown is its last answer. */
  readonly isStale: boolean;
};

/**
 * A job, asked for once a second until it ends. `onEnd` is called when the end was seen here, not where the job had
 * ended before. A page in the background asks nothing.
 */
export function useJob(initial: JobView, onEnd: () => void): WatchedJob {
  const [watched, setWatched] = useState<WatchedJob>({ job: initial, readings: [], isStale: false });
  const [seen, setSeen] = useState(initial);
  if (seen !== initial) {
    // The page was drawn anew with a newer answer.
    setSeen(initial);
    setWatched((was) => ({ ...was, job: initial, readings: initial.id === was.job.id ? was.readings : [] }));
  }
  const { id, sourceId } = watched.job;
  const isOn = isUnfinished(watched.job);
  useEffect(() => {
    if (!isOn) return;
    const controller = new AbortController();
    const look = async () => {
      if (document.hidden) return;
      try {
        const job = await fetchJob(sourceId, id, controller.signal);
        if (controller.signal.aborted || job === null) return;
        setWatched((was) => ({
          job,
          readings: addReading(was.readings, readingOf(job.progress, Date.now())),
          isStale: false,
        }));
        if (!isUnfinished(job)) onEnd();
      } catch {
        // The next look may succeed; until then the last answer stays, marked.
        if (!controller.signal.aborted) setWatched((was) => ({ ...was, isStale: true }));
      }
    };
    const timer = setInterval(look, EVERY_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [id, sourceId, isOn, onEnd]);
  return watched;
}

async function fetchJob(sourceId: string, id: string, signal: AbortSignal): Promise<JobView | null> {
  const href = `/api/jobs?source=${sourceId}&limit=5`;
  const { jobs } = await askServer<{ readonly jobs: readonly JobView[] }>(href, { signal });
  return jobs.find((job) => job.id === id) ?? null;
}
