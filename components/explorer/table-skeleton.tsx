import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./table-skeleton.module.css";

/** The columns that have a bar in every row, and how long a text it stands for. */
const BARS: readonly (readonly [column: string, width: "word" | "name" | "phrase"])[] = [
  ["time", "word"],
  ["event", "name"],
  ["service", "word"],
  ["actor", "phrase"],
  ["resource", "name"],
  ["ip", "name"],
  ["account", "word"],
  ["region", "word"],
];

/**
 * The list before its first answer: rows of the true height. An element a column, on which the rows are painted: one
 * for every cell would be as much to send as the list itself, and is sent before it.
 */
export function TableSkeleton() {
  return (
    <section className={styles["pane"]} aria-label="Events" role="status">
      <VisuallyHidden>Loading events</VisuallyHidden>
      <div className={styles["head"]} />
      <div className={styles["head"]} />
      <div className={styles["rows"]}>
        {BARS.map(([column, width]) => (
          <span key={column} className={styles[width]} data-column={column} />
        ))}
      </div>
    </section>
  );
}
