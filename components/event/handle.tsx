import type { ReactNode } from "react";
import { classNames } from "#components/ui/class-names.ts";
import { Text } from "#components/ui/text.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import styles from "./handle.module.css";
import type { OwnPage } from "./page-of.ts";
import type { Links } from "./view.ts";

type HandleProps = {
  readonly links: Links;
  /** A field of the catalogue, or a path of the raw record. */
  readonly field: string;
  /** The whole value, as the record has it. */
  readonly value: string;
  /** What is shown of it, if not all. */
  readonly shown?: string;
  readonly children?: ReactNode;
  readonly mono?: boolean;
  readonly muted?: boolean;
  /** Off the Tab path, for cells that are reached with the arrow keys. */
  readonly offTab?: boolean;
  /** What readers say in place of what is drawn, where that stands in pieces. */
  readonly label?: string;
  /** What pointing at it says, if not the value. */
  readonly hint?: string;
  /** Words of ours under the hint. */
  readonly hintNote?: string;
  /** The page of the thing itself, where the field and the value alone do not tell it (`pageOf`). */
  readonly page?: OwnPage | null;
};

/**
 * A value that can be acted on. It is a link to the same view filtered by it, so it works without JavaScript;
 * with it, HandleMenu opens the one menu: filter, exclude, copy.
 */
export function Handle(props: HandleProps) {
  const { links, field, value } = props;
  return (
    <a
      className={classNames(styles["handle"], props.mono && styles["mono"], props.muted && styles["muted"])}
      href={links.narrow(field, value)}
      aria-label={props.label === undefined ? undefined : visibleText(props.label)}
      data-handle={field}
      data-value={value}
      data-hint={props.hint === value ? undefined : props.hint}
      data-hint-note={props.hintNote}
      data-page={props.page?.href}
      data-page-label={props.page?.label}
      tabIndex={props.offTab === true ? -1 : undefined}
    >
      {props.children ?? <Text>{props.shown ?? value}</Text>}
    </a>
  );
}
