import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";
import styles from "./note.module.css";

/**
 * - `info`: worth knowing
 * - `warning`: the answer is not whole, or is old
 * - `problem`: something failed, or can't be read
 */
export type NoteKind = "info" | "warning" | "problem";

const LOOK: Readonly<Record<NoteKind, { readonly icon: IconName; readonly role: "status" | "alert" }>> = {
  info: { icon: "info", role: "status" },
  warning: { icon: "warning", role: "status" },
  problem: { icon: "forbidden", role: "alert" },
};

/** A banner in the flow of the page: what happened in one sentence, what can be done about it beside it. */
export function Note(props: {
  readonly kind: NoteKind;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  const { icon, role } = LOOK[props.kind];
  return (
    <div className={styles["note"]} data-kind={props.kind} role={role}>
      <Icon name={icon} />
      <div className={styles["words"]}>
        <p className={styles["title"]}>{props.title}</p>
        {props.children === undefined ? null : <div className={styles["more"]}>{props.children}</div>}
      </div>
      {props.actions === undefined ? null : <div className={styles["actions"]}>{props.actions}</div>}
    </div>
  );
}
