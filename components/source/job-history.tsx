import { Badge } from "#components/ui/badge.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import { formatBytes, formatDuration } from "./format-figures.ts";
import styles from "./job-history.module.css";
import { isUnfinished, type JobView, sawNothing } from "./source-view.ts";
import { SumLine } from "./sum-line.tsx";

const LOOK = {
  queued: { tone: "accent", icon: "clock", label: "waits" },
  running: { tone: "accent", icon: "arrow-down", label: "running" },
  done: { tone: "good", icon: "check", label: "done" },
  failed: { tone: "denied", icon: "forbidden", label: "failed" },
  cancelled: { tone: "failed", icon: "warning", label: "cancelled" },
} as const;

const KINDS = { retention: "removing old events", removal: "removing the source" } as const;
const TRIGGERS = { person: "asked for", schedule: "by schedule", command: "by the command line" } as const;

/** The runs of a source, newest first. */
export function JobHistory(props: { readonly jobs: readonly JobView[]; readonly zone: Zone }) {
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">Began, {props.zone}</th>
          <th scope="col">Ended</th>
          <th scope="col" className={styles["wide"]}>
            Took
          </th>
          <th scope="col">Objects</th>
          <th scope="col" data-figure className={styles["wide"]}>
            New events
          </th>
        </tr>
      </thead>
      <tbody>
        {props.jobs.map((job) => (
          <JobRow key={job.id} job={job} zone={props.zone} />
        ))}
      </tbody>
    </table>
  );
}

function JobRow({ job, zone }: { readonly job: JobView; readonly zone: Zone }) {
  const { tone, icon, label } = LOOK[job.state];
  return (
    <tr>
      <td>
        <InstantTime at={Date.parse(job.startedAt ?? job.createdAt)} zone={zone} />
        <span className={styles["under"]}>
          {job.kind === "sync" ? "" : `${KINDS[job.kind]}, `}
          {TRIGGERS[job.trigger]}
          {job.full ? ", everything again" : ""}
        </span>
      </td>
      <td>
        <Badge tone={tone} icon={icon}>
          {label}
        </Badge>
        {job.error === null ? null : (
          <span className={styles["error"]}>
            <Text>{job.error.message}</Text>
          </span>
        )}
      </td>
      <td className={styles["wide"]}>{tookOf(job)}</td>
      <td className={styles["objects"]}>
        <JobSum job={job} />
      </td>
      <td data-figure className={styles["wide"]}>
        {job.kind === "sync" && !sawNothing(job) ? formatCount(job.progress.events) : "–"}
      </td>
    </tr>
  );
}

function JobSum({ job }: { readonly job: JobView }) {
  if (job.kind !== "sync") {
    return `${plural(job.removed.events, "event")} removed, ${formatBytes(job.removed.bytes)} of disk freed`;
  }
  if (sawNothing(job)) return "ended before any object was seen";
  return <SumLine progress={job.progress} running={isUnfinished(job)} />;
}

function tookOf({ startedAt, finishedAt }: JobView): string {
  if (startedAt === null || finishedAt === null) return "–";
  return formatDuration((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000);
}
