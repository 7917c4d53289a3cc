import { classNames } from "#components/ui/class-names.ts";
import type { Event } from "#lib/event/event.ts";
import { type ChangeKind, changeKindOf } from "./change-kind.ts";
import { Handle } from "./handle.tsx";
import styles from "./mark.module.css";
import type { Links } from "./view.ts";

const LOOK: Readonly<Record<ChangeKind, { readonly letter: string; readonly name: string }>> = {
  read: { letter: "R", name: "read" },
  write: { letter: "W", name: "write" },
  remove: { letter: "W", name: "write that removes or stops something" },
};

/** Read, write, or a write that removes something: told apart by shape and letter before colour. */
export function Mark(props: { readonly event: Event; readonly links: Links; readonly offTab?: boolean }) {
  const kind = changeKindOf(props.event.eventName, props.event.readOnly);
  const { letter, name } = LOOK[kind];
  return (
    <Handle
      links={props.links}
      field="readOnly"
      value={String(props.event.readOnly)}
      hint={name}
      {...(props.offTab !== undefined && { offTab: props.offTab })}
    >
      <span className={classNames(styles["mark"], styles[kind])} role="img" aria-label={name}>
        {letter}
        {kind === "remove" ? <span className={styles["bang"]}>!</span> : null}
      </span>
    </Handle>
  );
}
