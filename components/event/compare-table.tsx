import { Fragment } from "react";
import { formatCount } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Cell, Comparison, Line } from "./compare-records.ts";
import styles from "./compare-table.module.css";
import { MOST_SEARCHABLE } from "./found-handle.ts";
import { Handle } from "./handle.tsx";
import { LongText } from "./long-text.tsx";
import type { Links } from "./view.ts";

type TableProps = {
  readonly title: string;
  /** The things that are compared, by the letters that stand above them. */
  readonly letters: readonly string[];
  readonly comparison: Comparison;
  readonly links: Links;
};

/** Lines that differ, then those that are equal, folded away. */
export function CompareTable({ title, letters, comparison, links }: TableProps) {
  const { lines, left } = comparison;
  const different = lines.filter(({ isSame }) => !isSame);
  const equal = lines.filter(({ isSame }) => isSame);
  return (
    <section className={styles["block"]}>
      <h2 className={styles["title"]}>{title}</h2>
      {different.length === 0 ? (
        <p className={styles["none"]}>Nothing differs.</p>
      ) : (
        <Lines caption={`${title}: what differs`} letters={letters} lines={different} links={links} />
      )}
      <Left count={left.different} />
      {equal.length === 0 ? null : (
        <details className={styles["equal"]}>
          <summary>
            {equal.length === 1 ? "1 equal value" : `${formatCount(equal.length + left.equal)} equal values`}
          </summary>
          <Lines caption={`${title}: what is equal`} letters={letters} lines={equal} links={links} />
          <Left count={left.equal} />
        </details>
      )}
    </section>
  );
}

/** Says of a list that ends before all is shown that it does. */
function Left({ count }: { readonly count: number }) {
  return count === 0 ? null : (
    <p className={styles["none"]}>Not shown: {formatCount(count)} more of these values.</p>
  );
}

function Lines(props: {
  readonly caption: string;
  readonly letters: readonly string[];
  readonly lines: readonly Line[];
  readonly links: Links;
}) {
  const { caption, letters, lines, links } = props;
  return (
    <table className={styles["lines"]}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>Path</VisuallyHidden>
          </th>
          {letters.map((letter) => (
            <th key={letter} scope="col">
              {letter}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.path}>
            <th scope="row">
              <BreakablePath path={line.path} />
            </th>
            {letters.map((letter, index) => (
              <CellView key={letter} letter={letter} line={line} index={index} links={links} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A path that breaks before its dots, where it must. Keys are a stranger's too. */
function BreakablePath({ path }: { readonly path: string }) {
  let at = 0;
  return path.split(/(?=\.)/).map((step) => {
    at += step.length;
    return (
      <Fragment key={at}>
        <wbr />
        <Text>{step}</Text>
      </Fragment>
    );
  });
}

type CellProps = {
  readonly letter: string;
  readonly line: Line;
  readonly index: number;
  readonly links: Links;
};

/** Marked where it is other than the first: by a sign, by a word for readers, and by its ground. */
function CellView({ letter, line, index, links }: CellProps) {
  const cell = line.cells[index] ?? null;
  const [first] = line.cells;
  const differs = index > 0 && (cell?.text !== first?.text || cell?.isQuoted !== first?.isQuoted);
  return (
    <td data-letter={letter} data-differs={differs ? "true" : undefined}>
      {differs ? (
        <span className={styles["sign"]}>
          <span aria-hidden="true">≠</span>
          <VisuallyHidden>differs from A: </VisuallyHidden>
        </span>
      ) : null}
      <span className={styles["value"]}>
        <Value cell={cell} path={line.searchPath} links={links} />
      </span>
    </td>
  );
}

function Value(props: { readonly cell: Cell; readonly path: string; readonly links: Links }) {
  const { cell, path, links } = props;
  if (cell === null) return <span className={styles["absent"]}>not in the record</span>;
  if (cell.text === "") return <span className={styles["absent"]}>empty</span>;
  if (cell.text.length > MOST_SEARCHABLE) return <LongText text={cell.text} first={200} />;
  if (!cell.isQuoted && /^(?:null|\{\}|\[\])$/.test(cell.text))
    return <span className={styles["absent"]}>{cell.text}</span>;
  return <Handle links={links} field={path} value={cell.text} />;
}
