import type { ReactNode } from "react";
import { cutMiddle } from "#components/ui/cut-middle.ts";
import { Text } from "#components/ui/text.tsx";
import styles from "./facts.module.css";
import { Handle } from "./handle.tsx";
import type { OwnPage } from "./page-of.ts";
import type { Links } from "./view.ts";

/** A block of facts about an event: a heading, then names and values in two columns. */
export function Facts(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles["block"]}>
      <h3 className={styles["title"]}>{props.title}</h3>
      <dl>{props.children}</dl>
    </section>
  );
}

/** One fact with any content; nothing at all for null. */
export function Fact(props: { readonly name: string; readonly children: ReactNode }) {
  if (props.children === null) return null;
  return (
    <div className={styles["fact"]}>
      <dt>
        <Text>{props.name}</Text>
      </dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** A fact whose value is a handle; nothing at all where there is no value. */
export function ValueFact(props: {
  readonly name: string;
  readonly links: Links;
  readonly field: string;
  readonly value: string | null;
  readonly shown?: string;
  readonly mono?: boolean;
  readonly note?: ReactNode;
  /** The page of the thing, where field and value do not tell it. */
  readonly page?: OwnPage | null;
}) {
  if (props.value === null || props.value === "") return null;
  const shown = props.shown ?? (props.mono === true ? cutMiddle(props.value, 160) : props.value);
  return (
    <Fact name={props.name}>
      <Handle
        links={props.links}
        field={props.field}
        value={props.value}
        shown={shown}
        {...(props.mono === true && { mono: true })}
        page={props.page ?? null}
      />
      {props.note === undefined ? null : <span className={styles["note"]}> {props.note}</span>}
    </Fact>
  );
}
