import { formatCount } from "#components/ui/format-count.ts";
import type { Zone } from "#components/ui/format-time.ts";
import type { CoverageGap } from "#lib/search/coverage-gap.ts";
import type { Histogram } from "#lib/search/summary.ts";
import styles from "./histogram.module.css";
import {
  formatSpan,
  gapsWithin,
  SERIES,
  SERIES_WORDS,
  sayCounts,
  sayGap,
  spanOf,
  sumOf,
} from "./histogram-words.ts";
import { sayUncounted } from "./uncounted.ts";

type Shown = {
  readonly histogram: Histogram;
  readonly gaps: readonly CoverageGap[];
  readonly zone: Zone;
};

/**
 * What there is to tell of the bars from `first` to `last`. Bars without an event that were not counted have no
 * numbers.
 */
function tell({ histogram, gaps }: Shown, first: number, last: number) {
  const { from, to } = spanOf(histogram, first, last);
  const sums = sumOf(histogram.buckets.slice(first, last + 1));
  const uncounted = sayUncounted(histogram, first, last);
  const hasNumbers = sums.all > 0 || uncounted === null;
  return { from, to, sums, uncounted, hasNumbers, gap: sayGap(gapsWithin(gaps, from, to)[0]) };
}

/** The bars from `first` to `last` in one sentence. */
export function sayBars(shown: Shown, first: number, last: number): string {
  const { from, to, sums, uncounted, hasNumbers, gap } = tell(shown, first, last);
  const counts = [hasNumbers ? sayCounts(sums) : null, uncounted].filter(Boolean).join(", ");
  return `${formatSpan(from, to, shown.zone)} ${shown.zone}, ${counts}${gap === null ? "" : `; ${gap}`}`;
}

/** The same as a small table beside the cursor. */
export function Readout(props: Shown & { readonly first: number; readonly last: number }) {
  const { zone, first, last } = props;
  const { from, to, sums, uncounted, hasNumbers, gap } = tell(props, first, last);
  return (
    <div className={styles["readout"]}>
      <p className={styles["when"]}>
        {formatSpan(from, to, zone)} <span className={styles["zone"]}>{zone}</span>
      </p>
      {uncounted === null ? null : <p>{uncounted}</p>}
      {(hasNumbers ? SERIES : []).map((series) => (
        <p key={series} className={styles["line"]} data-none={sums[series] === 0 || undefined}>
          <span className={styles["swatch"]} data-part={series} />
          <span>{SERIES_WORDS[series]}</span>
          <span className={styles["number"]}>{formatCount(sums[series])}</span>
        </p>
      ))}
      {gap === null ? null : (
        <p className={styles["line"]}>
          <span className={styles["swatch"]} data-part="hole" />
          <span>{gap}</span>
        </p>
      )}
    </div>
  );
}
