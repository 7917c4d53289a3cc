import { Icon } from "#components/ui/icon.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { wrongWord } from "#lib/search/highlight-query.ts";
import type { Problem } from "#lib/search/search.ts";
import styles from "./query-problems.module.css";

/**
 * What is wrong with the query, each with its place: the wrong word, marked as in the box, in what stands around it.
 */
export function QueryProblems(props: {
  readonly id: string;
  readonly q: string;
  readonly problems: readonly Problem[];
}) {
  return (
    <div id={props.id} role="alert">
      <ul className={styles["problems"]}>
        {props.problems.map((problem) => (
          <li key={`${problem.position} ${problem.message}`} className={styles["problem"]}>
            <Icon name="warning" size={14} />
            <span>
              {visibleText(problem.message)}
              {problem.position === null ? null : <Place q={props.q} position={problem.position} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const BEFORE = 24;
const AFTER = 32;

function Place({ q, position }: { readonly q: string; readonly position: number }) {
  const start = Math.max(0, position - BEFORE);
  const end = position + AFTER;
  const word = wrongWord(q, position) ?? { start: position, end };
  const from = Math.max(start, word.start);
  const to = Math.min(end, word.end);
  return (
    <span className={styles["place"]}>
      {` At character ${position + 1}: `}
      <code>
        {start > 0 ? "…" : ""}
        {visibleText(q.slice(start, from))}
        <mark className={styles["mark"]}>{visibleText(q.slice(from, to)) || "end"}</mark>
        {visibleText(q.slice(to, end))}
        {end < q.length ? "…" : ""}
      </code>
    </span>
  );
}
