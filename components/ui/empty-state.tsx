import type { ReactNode } from "react";
import styles from "./empty-state.module.css";

/** A place with nothing in it: which nothing it is, and the next steps. */
export function EmptyState(props: {
  readonly title: string;
  /** 1 where this is the whole page. */
  readonly level?: 1 | 2;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const Title = props.level === 1 ? "h1" : "h2";
  return (
    <section className={styles["empty"]}>
      <Title className={styles["title"]}>{props.title}</Title>
      {props.children === undefined ? null : <div className={styles["words"]}>{props.children}</div>}
      {props.actions === undefined ? null : <div className={styles["actions"]}>{props.actions}</div>}
    </section>
  );
}
