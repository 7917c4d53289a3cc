import { Skeleton, type SkeletonWidth } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./table-skeleton.module.css";

const ROWS = 24;
const CELLS: readonly (readonly [column: string, width: SkeletonWidth])[] = [
  ["time", "word"],
  ["event", "name"],
  ["service", "word"],
  ["actor", "phrase"],
  ["resource", "name"],
  ["ip", "name"],
  ["account", "word"],
  ["region", "word"],
];

/** The list before its first answer: rows of the true height. */
export function TableSkeleton() {
  return (
    <section className={styles["pane"]} aria-label="Events" role="status">
      <VisuallyHidden>Loading events</VisuallyHidden>
      <div className={styles["head"]} />
      <div className={styles["head"]} />
      {Array.from({ length: ROWS }, (_, row) => `row ${row}`).map((row) => (
        <div key={row} className={styles["row"]}>
          {CELLS.map(([column, width]) => (
            <span key={column} data-column={column}>
              <Skeleton width={width} />
            </span>
          ))}
        </div>
      ))}
    </section>
  );
}
