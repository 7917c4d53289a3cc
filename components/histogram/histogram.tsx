"use client";

import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { BarChart } from "#components/chart/bar-chart.tsx";
import { tallest } from "#components/chart/stacked-bars.ts";
import { viewHref } from "#components/event/view.ts";
import { inOneLine, whyNotCounted } from "#components/ui/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { useAnswer } from "#components/ui/use-answer.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { CoverageGap, GapsAnswer } from "#lib/search/coverage-gap.ts";
import type { Histogram as HistogramAnswer } from "#lib/search/summary.ts";
import type { View } from "#lib/search/view-url.ts";
import styles from "./histogram.module.css";
import { histogramHrefs } from "./histogram-hrefs.ts";
import { SERIES, SERIES_WORDS, sayBucket, spanOf, summarize, sumOf } from "./histogram-words.ts";
import { OutsideLinks } from "./outside-links.tsx";
import { Readout, sayBars } from "./readout.tsx";
import { timeTicks } from "./time-ticks.ts";
import { uncountedBars } from "./uncounted.ts";
import { widened, zoomed } from "./zoom.ts";

type HistogramProps = {
  readonly view: View;
  readonly zone: Zone;
  /** What a request asks, as its parameters; null where the view cannot be read. */
  readonly question: string | null;
  /** With another one, the same is counted anew. */
  readonly round: number;
  readonly go: (href: string) => void;
  /** Controls that stand before the legend. */
  readonly children?: ReactNode;
};

const TICK_PX = 76;

/** The events of the view over time, and what of that time was never loaded. */
export function Histogram({ view, zone, question, round, go, children }: HistogramProps) {
  const [counts, missing] = question === null ? [null, null] : histogramHrefs(question);
  const { answer, isLoading, problem, retry } = useAnswer<HistogramAnswer>(counts, round);
  const holes = useAnswer<GapsAnswer>(missing, round);
  const gaps = holes.answer?.gaps ?? NO_GAPS;
  const old = isLoading ? "loading" : problem !== null ? "failed" : undefined;
  return (
    <section className={styles["histogram"]} aria-label="Events over time" aria-busy={isLoading}>
      <div className={styles["head"]}>
        {children}
        {answer === null ? null : <Legend histogram={answer} gaps={gaps} />}
        {answer === null ? null : <OutsideLinks view={view} histogram={answer} />}
        {problem === null ? null : (
          <span className={styles["problem"]} role="status">
            <Icon name="warning" size={14} />
            <span className={styles["why"]} data-hint={inOneLine(problem)}>
              {whyNotCounted(problem)}
              {answer === null ? "" : " Below is the last answer that came."}
            </span>
            <Button look="quiet" className={styles["small"]} onClick={retry}>
              Try again
            </Button>
          </span>
        )}
        <span className={styles["space"]} />
        {answer === null || answer.buckets.length === 0 ? null : (
          <>
            <span className={styles["grain"]}>{sayBucket(answer.bucketSeconds)} a bar</span>
            <Button
              look="quiet"
              square
              className={styles["out"]}
              aria-label="Zoom out"
              data-hint="Zoom out: twice the time"
              onClick={() => go(viewHref(widened(view, answer, Date.now())))}
            >
              <Icon name="minus" size={14} />
            </Button>
          </>
        )}
      </div>
      <div className={styles["body"]} data-old={answer === null ? undefined : old}>
        {answer === null ? (
          <Empty isLoading={isLoading} />
        ) : (
          <Drawing
            histogram={answer}
            gaps={gaps}
            zone={zone}
            onZoom={(first, last) => go(viewHref(zoomed(view, answer, first, last, Date.now())))}
          />
        )}
      </div>
    </section>
  );
}

const NO_GAPS: readonly CoverageGap[] = [];
const NO_AXIS = { ticks: [], holes: [] };

function Legend(props: { readonly histogram: HistogramAnswer; readonly gaps: readonly CoverageGap[] }) {
  const { histogram, gaps } = props;
  const sums = useMemo(() => sumOf(histogram.buckets), [histogram]);
  return (
    <ul className={styles["legend"]} aria-label="Legend">
      {SERIES.map((series) => (
        <li key={series} className={styles["entry"]} data-none={sums[series] === 0 || undefined}>
          <span className={styles["swatch"]} data-part={series} aria-hidden="true" />
          <span>{SERIES_WORDS[series]}</span>
          <span className={styles["figure"]}>{formatCount(sums[series])}</span>
        </li>
      ))}
      {gaps.length === 0 ? null : (
        <li className={styles["entry"]}>
          <span className={styles["swatch"]} data-part="hole" aria-hidden="true" />
          <span>{gaps.some(({ isWhole }) => isWhole) ? "not loaded" : "in part not loaded"}</span>
        </li>
      )}
      {histogram.exact || !histogram.examined ? null : (
        <li className={styles["entry"]}>of the newest {formatCount(histogram.examined)} matches</li>
      )}
    </ul>
  );
}

function Drawing(props: {
  readonly histogram: HistogramAnswer;
  readonly gaps: readonly CoverageGap[];
  readonly zone: Zone;
  readonly onZoom: (first: number, last: number) => void;
}) {
  const { histogram, gaps, zone } = props;
  const { buckets } = histogram;
  const { place, width } = useWidth();
  const stacks = useMemo(() => buckets.map(({ read, write, error }) => [read, write, error]), [buckets]);
  const axis = useMemo(() => {
    if (buckets.length === 0) return NO_AXIS;
    const { from, to } = spanOf(histogram, 0, buckets.length - 1);
    const shareOf = (at: number) => Math.max(0, Math.min(1, (at - from) / (to - from)));
    return {
      ticks: timeTicks(from, to, Math.max(2, Math.floor(width / TICK_PX)), zone)
        .map((tick) => ({ ...tick, at: shareOf(tick.at) }))
        .filter(({ at }) => at * width < width - TICK_PX / 2),
      holes: gaps
        .map((gap) => ({
          from: shareOf(Date.parse(gap.from)),
          to: shareOf(Date.parse(gap.to)),
          isWhole: gap.isWhole,
        }))
        .filter((hole) => hole.to > hole.from),
    };
  }, [histogram, buckets, gaps, zone, width]);
  const most = useMemo(() => tallest(stacks), [stacks]);
  const summary = useMemo(() => summarize(histogram, gaps, zone), [histogram, gaps, zone]);
  return (
    <div ref={place}>
      <VisuallyHidden>{summary}</VisuallyHidden>
      {buckets.length === 0 ? (
        <p className={styles["none"]}>No events, and no time to show.</p>
      ) : (
        <BarChart
          label="Events over time. Arrow keys move the cursor, Shift widens it, Enter zooms in."
          summary={summary}
          stacks={stacks}
          parts={SERIES}
          most={most}
          mostLabel={buckets.length > 0 && sumOf(buckets).all > 0 ? formatCount(most) : ""}
          holes={axis.holes}
          uncounted={uncountedBars(histogram)}
          ticks={axis.ticks}
          say={(first, last) => sayBars({ histogram, gaps, zone }, first, last)}
          readout={(first, last) => (
            <Readout histogram={histogram} gaps={gaps} zone={zone} first={first} last={last} />
          )}
          onChoose={props.onZoom}
        />
      )}
    </div>
  );
}

/** The drawing's place while it is counted: its true height, and the ground line. */
function Empty({ isLoading }: { readonly isLoading: boolean }) {
  return (
    <div className={styles["empty"]} data-loading={isLoading || undefined}>
      {isLoading ? <VisuallyHidden>Counting events over time</VisuallyHidden> : null}
    </div>
  );
}

function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { place, width };
}
