import { formatCount, type Zone } from "#components/ui/format-time.ts";
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

/** The bars from `first` to `last` in one sentence. */
export function sayBars({ histogram, gaps, zone }: Shown, first: number, last: number): string {
  const { from, to } = spanOf(histogram, first, last);
  const sums = sumOf(histogram.buckets.slice(first, last + 1));
  const uncounted = sayUncounted(histogram, first, last);
  const counts = [sums.all > 0 || uncounted === null ? sayCounts(sums) : null, uncounted]
    .filter(Boolean)
    .join(", ");
  const gap = sayGap(gapsWithin(gaps, from, to)[0]);
  return `${formatSpan(from, to, zone)} ${zone}, ${counts}${gap === null ? "" : `; ${gap}`}`;
}

/** The same as a small table beside the cursor. */
export function Readout(props: Shown & { readonly first: number; readonly last: number }) {
  const { histogram, gaps, zone, first, last } = props;
  const { from, to } = spanOf(histogram, first, last);
  const sums = sumOf(histogram.buckets.slice(first, last + 1));
  const uncounted = sayUncounted(histogram, first, last);
  const gap = sayGap(gapsWithin(gaps, from, to)[0]);
  return (
    <div className={styles["readout"]}>
      <p className={styles["when"]}>
        {formatSpan(from, to, zone)} <span className={styles["zone"]}>{zone}</span>
      </p>
      {uncounted === null ? null : <p>{uncounted}</p>}
      {(sums.all > 0 || uncounted === null ? SERIES : []).map((series) => (
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
