import styles from "./calendar.module.css";
import type { Calendar } from "./calendar-cells.ts";
import { Section } from "./section.tsx";

/**
 * When an actor was active. A drawing, with its sum in words beside it; each square leads to its events. A square
 * with a dot holds calls that were denied or failed.
 */
export function CalendarChart(props: {
  readonly calendar: Calendar;
  readonly note: string;
  readonly hrefOf: (from: number, to: number) => string;
}) {
  const { calendar } = props;
  const isTall = calendar.rows.length > 7;
  return (
    <Section title="Activity" note={`${calendar.summary} ${props.note}`}>
      <div className={styles["calendar"]} data-tall={isTall || undefined}>
        <div className={styles["rows"]} aria-hidden="true">
          {calendar.rows.map((label) => (
            <span key={label}>{label}</span>
          ))}
        </div>
        <div className={styles["plot"]}>
          <svg
            className={styles["drawing"]}
            viewBox={`0 0 ${calendar.columns.length * 10} ${calendar.rows.length * 10}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <rect
              className={styles["ground"]}
              width={calendar.columns.length * 10}
              height={calendar.rows.length * 10}
            />
            {calendar.squares.map(({ column, row, level, words, errors, from, to }) => (
              <a key={from} href={props.hrefOf(from, to)} tabIndex={-1} data-hint={words}>
                <rect
                  className={styles["square"]}
                  data-level={level}
                  x={column * 10 + 0.6}
                  y={row * 10 + 0.6}
                  width={8.8}
                  height={8.8}
                />
                {errors === 0 ? null : (
                  <rect
                    className={styles["error"]}
                    x={column * 10 + 3.6}
                    y={row * 10 + 3.2}
                    width={2.8}
                    height={3.6}
                  />
                )}
              </a>
            ))}
          </svg>
          <div
            className={styles["columns"]}
            style={{ gridTemplateColumns: `repeat(${calendar.columns.length}, minmax(0, 1fr))` }}
            aria-hidden="true"
          >
            {calendar.columns.map(({ label }, column) =>
              label === "" ? null : (
                <span key={label} style={{ gridColumn: column + 1 }}>
                  {label}
                </span>
              ),
            )}
          </div>
        </div>
      </div>
      {calendar.squares.length === 0 ? null : <CalendarLegend />}
    </Section>
  );
}

const LEVELS = [1, 2, 3, 4] as const;

/** What the shades and the marks mean. */
function CalendarLegend() {
  return (
    <p className={styles["legend"]}>
      <span className={styles["entry"]}>
        few events{" "}
        {LEVELS.map((level) => (
          <span key={level} className={styles["shade"]} data-level={level} aria-hidden="true" />
        ))}{" "}
        many
      </span>
      <span className={styles["entry"]}>
        <span className={styles["mark"]} aria-hidden="true" /> some denied or failed
      </span>
    </p>
  );
}
