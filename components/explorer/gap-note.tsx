import { viewHref } from "#components/event/view.ts";
import { formatSpan, sayGap } from "#components/histogram/histogram-words.ts";
import { around } from "#components/histogram/zoom.ts";
import { formatDay, type Zone } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { CoverageGap } from "#lib/search/coverage-gap.ts";
import type { View } from "#lib/search/view-url.ts";
import { tellGaps } from "./gap-words.ts";
import styles from "./status-line.module.css";

/** What was never loaded of the time that is looked at; the longest gap leads to the hours around it. */
export function GapNote(props: {
  readonly gaps: readonly CoverageGap[];
  readonly view: View;
  /** Of the time that is looked at, and not after now; milliseconds since 1970. */
  readonly end: number;
  readonly now: number;
  readonly zone: Zone;
}) {
  const { view, now, zone } = props;
  const { begins, words, longest } = tellGaps(props.gaps, props.end);
  return (
    <>
      {begins === null ? null : <span>nothing loaded before {formatDay(begins, zone)}</span>}{" "}
      {longest === null ? null : (
        <a
          className={styles["gap"]}
          href={viewHref(around(view, longest, now))}
          data-hint={`${formatSpan(Date.parse(longest.from), Date.parse(longest.to), zone)} ${zone}`}
          data-hint-note={sayGap(longest)}
        >
          <Icon name="warning" size={14} /> {words}
        </a>
      )}
    </>
  );
}
