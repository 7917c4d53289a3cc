import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** A place with nothing in it: which nothing it is, and the next steps. */
export function EmptyState(props: {
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <section className={styles["empty"]}>
      <h2 className={styles["title"]}>{props.title}</h2>
      {props.children === undefined ? null : <div className={styles["words"]}>{props.children}</div>}
      {props.actions === undefined ? null : <div className={styles["actions"]}>{props.actions}</div>}
    </section>
  );
}
