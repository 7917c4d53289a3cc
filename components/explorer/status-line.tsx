import type { ReactNode } from "react";
import { plural } from "#components/ui/format-count.ts";
import { formatClock, formatDate, formatDay, type Zone } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { AgoTime } from "#components/ui/time.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Coverage } from "#lib/search/coverage.ts";
import type { EventCount } from "#lib/search/summary.ts";
import { countWords } from "./count-words.ts";
import styles from "./status-line.module.css";

/** How many events match, in how many accounts and regions, and how fresh the answer can be. */
export function StatusLine(props: {
  readonly count: EventCount | null;
  readonly coverage: Coverage | null;
  readonly now: number;
  readonly zone: Zone;
  /** What is missing, which may be known later than the rest. */
  readonly children: ReactNode;
}) {
  const { count, coverage, now, zone } = props;
  return (
    <p className={styles["line"]}>
      {count === null ? null : <span className={styles["count"]}>{countWords(count)}</span>}{" "}
      {coverage === null ? null : <CoverageFacts coverage={coverage} now={now} zone={zone} />}{" "}
      {props.children}
    </p>
  );
}

function CoverageFacts(props: { readonly coverage: Coverage; readonly now: number; readonly zone: Zone }) {
  const { coverage, now, zone } = props;
  const newest = coverage.newestEventTime === null ? null : Date.parse(coverage.newestEventTime);
  if (coverage.totalEvents === 0) return <span>nothing loaded yet</span>;
  return (
    <>
      <span>
        {plural(coverage.accounts, "account")}, {plural(coverage.regions, "region")}
        {newest === null ? null : (
          <>
            , loaded to {whenOf(newest, now, zone)} {zone}, <AgoTime at={newest} now={now} />
          </>
        )}
      </span>{" "}
      {coverage.syncing ? <span className={styles["syncing"]}>loading more now</span> : null}{" "}
      {coverage.objectsInRange === 0 ? (
        <span className={styles["gap"]}>
          <Icon name="warning" size={14} /> nothing loaded for this time
        </span>
      ) : null}
    </>
  );
}

function whenOf(at: number, now: number, zone: Zone): string {
  const clock = formatClock(at, zone).slice(0, 5);
  return formatDate(at, zone) === formatDate(now, zone) ? clock : `${formatDay(at, zone)} ${clock}`;
}

/** The line while it is counted: the same height, so the list under it does not move. */
export function StatusSkeleton() {
  return (
    <p className={styles["line"]}>
      <VisuallyHidden>Counting</VisuallyHidden>
      <Skeleton width="name" /> <Skeleton width="phrase" />
    </p>
  );
}
