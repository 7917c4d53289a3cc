import { Skeleton } from "#components/ui/skeleton.tsx";
import styles from "./explorer-skeleton.module.css";
import { StatusSkeleton } from "./status-line.tsx";
import { TableSkeleton } from "./table-skeleton.tsx";

/** The explorer before anything of it is known: every part in its place. */
export function ExplorerSkeleton() {
  return (
    <div className={styles["frame"]}>
      <div className={styles["head"]}>
        <div className={styles["box"]}>
          <Skeleton width="phrase" />
        </div>
        <StatusSkeleton />
      </div>
      <div className={styles["chart"]} />
      <TableSkeleton />
    </div>
  );
}
