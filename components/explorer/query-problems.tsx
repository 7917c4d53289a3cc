import { Icon } from "#components/ui/icon.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Problem } from "#lib/search/search.ts";
import styles from "./query-problems.module.css";

/** What is wrong with the query, each with its place: the text up to it, then the text from it, marked. */
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
  return (
    <span className={styles["place"]}>
      {` At character ${position + 1}: `}
      <code>
        {start > 0 ? "…" : ""}
        {visibleText(q.slice(start, position))}
        <mark className={styles["mark"]}>{visibleText(q.slice(position, end)) || "end"}</mark>
        {end < q.length ? "…" : ""}
      </code>
    </span>
  );
}
