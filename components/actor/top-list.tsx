import type { ReactNode } from "react";
import { Handle } from "#components/event/handle.tsx";
import type { OwnPage } from "#components/event/page-of.ts";
import type { Links } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { Section } from "./section.tsx";
import styles from "./top-list.module.css";

export type TopRow = {
  /** Of the field, as the record has it. */
  readonly value: string;
  readonly shown?: string;
  readonly count: number;
  /** Quiet words before and behind the value. */
  readonly before?: string;
  readonly words?: string;
  /** A mark behind all that. */
  readonly mark?: ReactNode;
  /** What tells two rows of one value apart. */
  readonly key?: string;
  readonly hintNote?: string;
  readonly mono?: boolean;
  readonly page?: OwnPage | null;
};

const FIRST = 8;

/** Values and how often each occurs, as bars: each leads to its events. Nothing at all where there are none. */
export function TopList(props: {
  readonly title: string;
  readonly field: string;
  readonly rows: readonly TopRow[];
  readonly links: Links;
  readonly note?: ReactNode;
  /** Said where there is nothing. */
  readonly empty?: string;
}) {
  const { rows, empty } = props;
  if (rows.length === 0 && empty === undefined) return null;
  const most = Math.max(1, ...rows.map(({ count }) => count));
  const rest = rows.slice(FIRST);
  const draw = (some: readonly TopRow[]) => (
    <ul className={styles["list"]}>
      {some.map((row) => (
        <Row
          key={`${row.key ?? ""} ${row.value}`}
          row={row}
          most={most}
          field={props.field}
          links={props.links}
        />
      ))}
    </ul>
  );
  return (
    <Section title={props.title} note={props.note ?? (rows.length > FIRST ? formatCount(rows.length) : null)}>
      {rows.length === 0 ? <p className={styles["empty"]}>{empty}</p> : draw(rows.slice(0, FIRST))}
      {rest.length === 0 ? null : (
        <details className={styles["more"]}>
          <summary>{`${formatCount(rest.length)} more`}</summary>
          {draw(rest)}
        </details>
      )}
    </Section>
  );
}

function Row(props: {
  readonly row: TopRow;
  readonly most: number;
  readonly field: string;
  readonly links: Links;
}) {
  const { row, most } = props;
  return (
    <li className={styles["row"]}>
      <span
        className={styles["bar"]}
        style={{ inlineSize: `${Math.max(1, (row.count / most) * 100)}%` }}
        aria-hidden="true"
      />
      <span className={styles["value"]}>
        {row.before === undefined ? null : <span className={styles["note"]}>{`${row.before} `}</span>}
        <Handle
          links={props.links}
          field={props.field}
          value={row.value}
          {...(row.shown !== undefined && { shown: row.shown })}
          {...(row.mono === true && { mono: true })}
          {...(row.hintNote !== undefined && { hintNote: row.hintNote })}
          page={row.page ?? null}
        />
        {row.words === undefined ? null : (
          <span className={styles["note"]}>
            {" "}
            <Text>{row.words}</Text>
          </span>
        )}
      </span>
      {row.mark}
      <span className={styles["count"]}>{formatCount(row.count)}</span>
    </li>
  );
}
