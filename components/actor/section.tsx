import type { ReactNode } from "react";
import styles from "./section.module.css";

/** A part of the page under its heading; `note` says of what it tells. */
export function Section(props: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles["section"]}>
      <header className={styles["head"]}>
        <h2>{props.title}</h2>
        {props.note === undefined || props.note === null ? null : (
          <span className={styles["note"]}>{props.note}</span>
        )}
      </header>
      {props.children}
    </section>
  );
}
