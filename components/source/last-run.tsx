import { formatCount, plural } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { AgoTime } from "#components/ui/time.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import styles from "./last-run.module.css";
import { Remedy } from "./remedy.tsx";
import { type JobView, sawNothing } from "./source-view.ts";
import { SumLine } from "./sum-line.tsx";

/**
 * How the newest run ended, with its sum; where it failed as a whole, why and what to do. `changeHref`: where it is
 * changed how the source is reached, if there is another way.
 */
export function LastRun(props: {
  readonly job: JobView;
  readonly now: number;
  readonly changeHref: string | null;
}) {
  const { job, now, changeHref } = props;
  const { records, events, duplicates, refused } = job.progress;
  return (
    <section className={styles["run"]} aria-label="The last run">
      <p className={styles["when"]}>
        {WORDS[job.state]}{" "}
        {job.finishedAt === null ? null : <AgoTime at={Date.parse(job.finishedAt)} now={now} />}
      </p>
      {job.error === null ? null : (
        <Note
          kind="problem"
          title={job.error.message}
          actions={
            changeHref === null ? undefined : (
              <TzButtonLink href={changeHref}>Change how it is reached</TzButtonLink>
            )
          }
        >
          {job.error.remedy === null ? null : <Remedy text={job.error.remedy} />}
        </Note>
      )}
      {sawNothing(job) ? (
        <p className={styles["records"]}>It ended before any object was seen.</p>
      ) : (
        <SumLine progress={job.progress} running={false} />
      )}
      {records === 0 ? null : (
        <p className={styles["records"]}>
          {plural(records, "record")} read = {plural(events, "new event")} + {plural(duplicates, "duplicate")}{" "}
          + {formatCount(refused)} refused
        </p>
      )}
    </section>
  );
}

const WORDS = {
  queued: "Asked for",
  running: "Running",
  done: "The last run ended",
  failed: "The last run failed",
  cancelled: "The last run was cancelled",
} as const;
