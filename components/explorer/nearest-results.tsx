import { viewHref } from "#components/event/view.ts";
import { QueryColours } from "#components/query/query-colours.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Nearest } from "#lib/search/loosen-query.ts";
import { withMeantColons } from "#lib/search/meant-colons.ts";
import type { View } from "#lib/search/view-url.ts";
import { countWords } from "./count-words.ts";
import styles from "./nearest-results.module.css";

/** Whether it is the time that is in the way. Nothing where that is not known. */
export function NearestWords({ nearest, q }: { readonly nearest: Nearest; readonly q: string }) {
  const { allTime, isOneCondition } = nearest;
  if (allTime === null) return null;
  if (allTime.count > 0) {
    return (
      <p>
        {countWords(allTime)} of other times {allTime.count === 1 && allTime.exact ? "matches" : "match"} it.
      </p>
    );
  }
  if (!isOneCondition) return <p>No loaded event of any time matches all of it.</p>;
  return (
    <p className={styles["words"]}>
      No loaded event of any time matches <Query text={q.trim()} />.
    </p>
  );
}

/** For free text such as `event=StopInstances`, which is legal and finds nothing: the condition with its colon. */
export function MeantColons({ view }: { readonly view: View }) {
  const q = withMeantColons(view.q);
  if (q === null) return null;
  return (
    <p className={styles["words"]}>
      A field is followed by a colon, so this looked for text. Did you mean{" "}
      <a href={viewHref({ ...view, q, cursor: null, event: null })}>
        <Query text={q} />
      </a>
      ?
    </p>
  );
}

/** The same query asking for less, each with what it finds. */
export function LooserQueries({ nearest, view }: { readonly nearest: Nearest; readonly view: View }) {
  if (nearest.looser.length === 0) return null;
  return (
    <ul className={styles["queries"]}>
      {nearest.looser.map(({ kind, text, q, count }) => (
        <li key={q}>
          <ButtonLink
            className={styles["query"] ?? ""}
            href={viewHref({ ...view, q, cursor: null, event: null })}
          >
            {kind === "without" ? "Without" : "Only"} <Query text={text} />
            <span className={styles["count"]}>{countWords(count)}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

function Query({ text }: { readonly text: string }) {
  return (
    <code className={styles["text"]}>
      <QueryColours text={visibleText(text)} problems={[]} />
    </code>
  );
}
