import type { ReactNode } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import styles from "./handle.module.css";

const NAMED = 8;

/** Values in a line: the first few, and how many more. */
export function nameSome(values: readonly string[]): string {
  const rest = values.length - NAMED;
  const named = values.slice(0, NAMED).join(", ");
  return rest > 0 ? `${named} and ${formatCount(rest)} more` : named;
}

/** More would be no menu any more. */
const MOST = 20;

/**
 * Resources for which a cell has room for their number only: a click lists them (HandleMenu), each a way to its page.
 * Without JavaScript it leads to the event.
 */
export function Several(props: {
  readonly resources: readonly string[];
  readonly href: string;
  readonly offTab: boolean;
  /** What readers say after what is drawn. */
  readonly noun?: string;
  readonly children: ReactNode;
}) {
  const { resources } = props;
  return (
    <a
      className={styles["handle"]}
      href={props.href}
      data-resources={JSON.stringify(resources.slice(0, MOST))}
      data-of={resources.length}
      data-hint={nameSome(resources)}
      tabIndex={props.offTab ? -1 : undefined}
    >
      {props.children}
      {props.noun === undefined ? null : <VisuallyHidden> {props.noun}</VisuallyHidden>}
    </a>
  );
}
