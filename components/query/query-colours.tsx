import { highlightQuery } from "#lib/search/highlight-query.ts";
import { LIMITS } from "#lib/search/query-parser.ts";
import type { Problem } from "#lib/search/search.ts";
import styles from "./query-colours.module.css";

/**
 * A query in colours: what the language takes each stretch for, and a wavy line where a problem begins. Characters
 * stand as they are, since they must lie exactly over those of the input.
 */
export function QueryColours(props: { readonly text: string; readonly problems: readonly Problem[] }) {
  const text = props.text.slice(0, LIMITS.characters);
  return (
    <>
      {highlightQuery(text, props.problems).map(({ start, end, kind, isWrong }) => (
        <span key={start} className={styles[kind]} data-wrong={isWrong || undefined}>
          {text.slice(start, end)}
        </span>
      ))}
      {props.text.slice(LIMITS.characters)}
    </>
  );
}
