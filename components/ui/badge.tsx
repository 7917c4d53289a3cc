import type { ReactNode } from "react";
import styles from "./badge.module.css";
import { Icon, type IconName } from "./icon.tsx";

export type BadgeTone = "plain" | "denied" | "failed" | "good" | "accent";

/** A word about a state, with its glyph: colour never says it alone. */
export function Badge(props: {
  readonly tone: BadgeTone;
  readonly icon: IconName;
  readonly children: ReactNode;
}) {
  return (
    <span className={styles["badge"]} data-tone={props.tone}>
      <Icon name={props.icon} size={14} />
      {props.children}
    </span>
  );
}
