"use client";

import { memo, type ReactNode } from "react";
import styles from "./bar-chart.module.css";
import { barPaths, type Stack } from "./stacked-bars.ts";
import { type Brush, useBrush } from "./use-brush.ts";

/** A stretch of the axis, in shares of its length, of which the bars can't tell everything. */
export type Hole = {
  readonly from: number;
  readonly to: number;
  /** True where they can't tell anything. */
  readonly isWhole: boolean;
};

/** A mark on the axis, in shares of its length. */
export type Tick = { readonly at: number; readonly label: string; readonly isStrong: boolean };

type BarChartProps = {
  readonly label: string;
  /** What a reader hears before there is a cursor. */
  readonly summary: string;
  readonly stacks: readonly Stack[];
  /** The names of a stack's parts, from the bottom up: the style sheet has their colours. */
  readonly parts: readonly string[];
  /** The size that the full height stands for. */
  readonly most: number;
  readonly mostLabel: string;
  readonly holes: readonly Hole[];
  /** So many stacks from the left are empty only because nothing was counted. */
  readonly uncounted: number;
  readonly ticks: readonly Tick[];
  /** The bars under the cursor, in words. */
  readonly say: (first: number, last: number) => string;
  /** The same for the eye. */
  readonly readout: (first: number, last: number) => ReactNode;
  readonly onChoose: (first: number, last: number) => void;
};

/** Units of the drawing's height; the style sheet decides how tall that is on screen. */
const HEIGHT = 64;

/**
 * Stacked bars along an axis. A cursor follows the pointer or the arrow keys and tells the numbers; dragging, or
 * Shift with an arrow key and then Enter, chooses a stretch.
 */
export function BarChart(props: BarChartProps) {
  const { stacks, say, readout } = props;
  const { brush, handlers } = useBrush(stacks.length, props.onChoose);
  const last = Math.max(0, stacks.length - 1);
  return (
    <div>
      <div
        className={styles["plot"]}
        role="slider"
        tabIndex={0}
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={brush?.head ?? last}
        aria-valuetext={brush === null ? props.summary : say(brush.first, brush.last)}
        data-dragging={brush?.kind === "drag" || undefined}
        {...handlers}
      >
        <span className={styles["most"]} aria-hidden="true">
          {props.mostLabel}
        </span>
        <Holes holes={props.holes} />
        {props.uncounted === 0 ? null : (
          <span
            className={styles["uncounted"]}
            style={{ width: percent(props.uncounted / stacks.length) }}
            aria-hidden="true"
          >
            not counted
          </span>
        )}
        <Bars stacks={stacks} parts={props.parts} most={props.most} />
        {brush === null ? null : <Cursor brush={brush} bars={stacks.length} readout={readout} />}
      </div>
      <Axis ticks={props.ticks} />
    </div>
  );
}

const Bars = memo(function Bars(props: Pick<BarChartProps, "stacks" | "parts" | "most">) {
  return (
    <svg
      className={styles["bars"]}
      viewBox={`0 0 ${Math.max(1, props.stacks.length)} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {barPaths(props.stacks, props.most, HEIGHT).map((path, part) => (
        <path key={props.parts[part]} d={path} data-part={props.parts[part]} />
      ))}
    </svg>
  );
});

function Holes({ holes }: { readonly holes: readonly Hole[] }) {
  return holes.map(({ from, to, isWhole }) => (
    <span
      key={`${from} ${to}`}
      className={styles["hole"]}
      data-whole={isWhole || undefined}
      style={{ left: percent(from), width: percent(to - from) }}
      aria-hidden="true"
    />
  ));
}

function Cursor(props: {
  readonly brush: Brush;
  readonly bars: number;
  readonly readout: BarChartProps["readout"];
}) {
  const { first, last } = props.brush;
  const middle = (first + last + 1) / 2 / props.bars;
  return (
    <>
      <span
        className={styles["cursor"]}
        data-kind={props.brush.kind}
        style={{ left: percent(first / props.bars), width: percent((last - first + 1) / props.bars) }}
      />
      <div
        className={styles["readout"]}
        style={{ left: `clamp(0px, ${percent(middle)} - 9.5rem, 100% - 19rem)` }}
        aria-hidden="true"
      >
        {props.readout(first, last)}
      </div>
    </>
  );
}

const Axis = memo(function Axis({ ticks }: { readonly ticks: readonly Tick[] }) {
  return (
    <div className={styles["axis"]} aria-hidden="true">
      {ticks.map(({ at, label, isStrong }) => (
        <span
          key={at}
          className={styles["tick"]}
          data-strong={isStrong || undefined}
          style={{ left: percent(at) }}
        >
          {label}
        </span>
      ))}
    </div>
  );
});

function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`;
}
