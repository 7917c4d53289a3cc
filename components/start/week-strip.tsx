import { barPaths, tallest } from "#components/chart/stacked-bars.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { TzLink } from "#components/ui/tz-link.tsx";
import type { WeekDay } from "./week-days.ts";
import styles from "./week-strip.module.css";

/** Units of the drawing's height; the style sheet decides how tall that is on screen. */
const HEIGHT = 40;
const PARTS = ["read", "write", "error"] as const;

/** The last days side by side, each a way to its events. All share one scale. */
export function WeekStrip({ days }: { readonly days: readonly WeekDay[] }) {
  const most = tallest(days.flatMap(({ hours }) => hours));
  return (
    <ol className={styles["week"]}>
      {days.map((day) => (
        <li key={day.label}>
          <TzLink href={day.href} className={styles["day"]} prefetch={false}>
            <Hours day={day} most={most} />
            <span className={styles["label"]}>
              {day.label} <span className={styles["rest"]}>{day.month}</span>
            </span>{" "}
            <span className={styles["count"]}>
              {day.isLoaded ? (
                <>
                  {formatCount(day.events)} <span className={styles["rest"]}>events</span>
                </>
              ) : (
                "not loaded"
              )}
            </span>
          </TzLink>
        </li>
      ))}
    </ol>
  );
}

function Hours({ day, most }: { readonly day: WeekDay; readonly most: number }) {
  return (
    <svg
      className={styles["hours"]}
      viewBox={`0 0 ${day.hours.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      data-missing={day.isLoaded ? undefined : true}
      aria-hidden="true"
    >
      {barPaths(day.hours, most, HEIGHT).map((path, part) => (
        <path key={PARTS[part]} d={path} data-part={PARTS[part]} />
      ))}
    </svg>
  );
}
