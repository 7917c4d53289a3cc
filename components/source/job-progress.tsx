"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { asRoute } from "#components/ui/route.ts";
import { useTz } from "#components/ui/use-tz.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { formatBytes, formatDuration } from "./format-figures.ts";
import { outlookOf, paceOf, type Whole } from "./job-pace.ts";
import styles from "./job-progress.module.css";
import type { JobView } from "./source-view.ts";
import { SumLine } from "./sum-line.tsx";
import { useJob } from "./use-job.ts";

/**
 * A job that waits or works, up to date by itself. Every line has its place from the start, so nothing moves as
 * figures grow. When it ends the page is drawn anew, or `thenHref` is opened.
 */
export function JobProgressPanel(props: {
  readonly job: JobView;
  readonly whole: Whole | null;
  readonly hasWorker: boolean;
  readonly cancel: (form: FormData) => Promise<void>;
  readonly thenHref: string | null;
}) {
  const router = useRouter();
  const tz = useTz();
  const { thenHref, whole } = props;
  const end = useCallback(() => {
    if (thenHref === null) router.refresh();
    else router.push(asRoute(withTz(thenHref, tz)));
  }, [router, thenHref, tz]);
  const { job, readings, isStale } = useJob(props.job, end);
  const { progress } = job;
  const pace = paceOf(readings);
  const outlook = outlookOf(whole, progress, pace);
  return (
    <section className={styles["panel"]} aria-label="Progress">
      <div className={styles["head"]}>
        <h2 className={styles["title"]}>
          <span role="status">{titleOf(job, props.hasWorker)}</span>
        </h2>
        {isStale ? (
          <span className={styles["stale"]}>Waymark does not answer; this is its last word.</span>
        ) : null}
        <form action={props.cancel} className={styles["cancel"]}>
          <input type="hidden" name="job" value={job.id} />
          <Button type="submit" disabled={job.cancelRequested}>
            {job.cancelRequested ? "Stopping" : "Cancel"}
          </Button>
        </form>
      </div>
      <ProgressBar label="Part that is done" part={outlook === null ? null : outlook.part} />
      <dl className={styles["figures"]}>
        <Figure name="Log objects" value={formatCount(progress.objectsLoaded)} rate={pace?.objects} />
        <Figure name="Events" value={formatCount(progress.events)} rate={pace?.events} />
        <Figure name="Read" value={formatBytes(progress.bytes)} />
        <Figure name="Time left" value={timeLeft(whole, outlook)} />
      </dl>
      <SumLine progress={progress} running />
    </section>
  );
}

function Figure(props: {
  readonly name: string;
  readonly value: string;
  /** A second. */
  readonly rate?: number | undefined;
}) {
  return (
    <div className={styles["figure"]}>
      <dt>{props.name}</dt>
      <dd>
        {props.value}
        {props.rate === undefined ? null : (
          <span className={styles["rate"]}> {formatCount(Math.round(props.rate))} a second</span>
        )}
      </dd>
    </div>
  );
}

/** Only of a first run somebody can say how much there is; of a later one it is known at its end. */
function timeLeft(whole: Whole | null, outlook: ReturnType<typeof outlookOf>): string {
  if (whole === null) return "not known";
  if (outlook === null || outlook.secondsLeft === null) return "not known yet";
  return `about ${formatDuration(outlook.secondsLeft)}`;
}

function titleOf(job: JobView, hasWorker: boolean): string {
  if (job.cancelRequested) return "Stopping";
  if (job.state === "queued")
    return hasWorker ? "About to begin" : "Waits for the worker, which is not running";
  if (job.state === "running") {
    return job.phase === "loading"
      ? job.full
        ? "Checking everything again"
        : "Loading"
      : "Looking for logs";
  }
  return "Done";
}
