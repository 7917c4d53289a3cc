"use client";

import { useEffect, useState } from "react";
import { whyNotCounted } from "#components/ui/ask-server.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { useAnswer } from "#components/ui/use-answer.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { findField } from "#lib/event/fields.ts";
import type { Facet, FacetsAnswer } from "#lib/search/summary.ts";
import { type Chosen, choiceOf } from "./chosen-values.ts";
import type { FacetProps } from "./facet-props.ts";
import { FacetRow } from "./facet-row.tsx";
import styles from "./facet-section.module.css";
import { FIRST_VALUES } from "./first-values.ts";
import { nothingWords } from "./nothing-words.ts";

type FacetBodyProps = FacetProps & {
  readonly label: string;
  readonly chosen: readonly Chosen[];
  readonly isSearching: boolean;
};

const MORE_VALUES = 50;
const TYPING_MS = 150;

/** The values of a facet: those first known, or more of them, or those that hold the words looked for. */
export function FacetBody(props: FacetBodyProps) {
  const { field, known, question, round, isSearching, label, isFailed } = props;
  const [typed, setTyped] = useState("");
  const [wantsMore, setWantsMore] = useState(false);
  const words = useSettled(isSearching ? typed.trim() : "");
  const isRefined = words !== "" || wantsMore;
  const more = useAnswer<FacetsAnswer>(
    isRefined && question !== null
      ? `/api/facets?${question}&field=${field}&limit=${MORE_VALUES}${words === "" ? "" : `&search=${encodeURIComponent(words)}`}`
      : null,
    round,
  );
  const refined = isRefined ? more.answer?.facets[0] : undefined;
  const facet = refined ?? known?.facet ?? null;
  const isOld = isRefined ? more.isLoading : known?.isOld === true;
  return (
    <div
      className={styles["body"]}
      data-old={facet === null || !isOld ? undefined : isFailed ? "failed" : "loading"}
    >
      {isSearching ? (
        <input
          type="search"
          className={styles["search"]}
          aria-label={`Search in ${label}`}
          placeholder={`Search in ${label}`}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          spellCheck={false}
          ref={focusFirst}
        />
      ) : null}
      {more.problem === null ? null : (
        <p className={styles["note"]}>
          {whyNotCounted(more.problem)}
          <button type="button" className={styles["more"]} onClick={more.retry}>
            Try again
          </button>
        </p>
      )}
      {facet === null ? (
        isFailed ? null : (
          <FacetSkeleton choices={findField(field)?.choices?.length ?? null} />
        )
      ) : (
        <Values {...props} facet={facet} words={words} />
      )}
      {facet === null ? null : (
        <Rest facet={facet} canMore={!wantsMore && words === ""} onMore={() => setWantsMore(true)} />
      )}
    </div>
  );
}

function Values(props: FacetBodyProps & { readonly facet: Facet; readonly words: string }) {
  const { facet, chosen, field, q, edit, label, words } = props;
  const most = Math.max(1, ...facet.values.map(({ count }) => count));
  const newest = ofNewest(facet);
  const listed = new Set(facet.values.map(({ value }) => value.toLowerCase()));
  // What is chosen stays in sight even if it is not among the top values.
  const others = words === "" ? chosen.filter(({ value }) => !listed.has(value.toLowerCase())) : [];
  if (facet.values.length === 0 && others.length === 0) {
    return <p className={styles["note"]}>{words === "" ? nothingWords(facet) : "no value holds this"}</p>;
  }
  return (
    <ul className={styles["values"]} aria-label={label}>
      {others.map(({ value, choice }) => (
        <FacetRow key={value} {...{ field, value, choice, q, edit }} count={null} more={null} share={0} />
      ))}
      {facet.values.map(({ value, count, atLeast }) => (
        <FacetRow
          key={value}
          {...{ field, value, count, q, edit }}
          more={atLeast === true ? ROLES_TOO : newest && `${formatCount(count)} ${newest}`}
          choice={choiceOf(chosen, value)}
          share={count / most}
        />
      ))}
    </ul>
  );
}

const ROLES_TOO = "Calls in their own name. What they did through roles is found as well";

/** Of which events alone a facet counts, where there was no time for all. */
function ofNewest({ exact, examined }: Facet): string | null {
  return exact || examined === null || examined === 0
    ? null
    : `of the newest ${formatCount(examined)} matches`;
}

/** What the values shown leave out. */
function Rest(props: { readonly facet: Facet; readonly canMore: boolean; readonly onMore: () => void }) {
  const { values, distinct } = props.facet;
  const newest = ofNewest(props.facet);
  const left = distinct - values.length;
  return (
    <div className={styles["rest"]}>
      {left > 0 && props.canMore ? (
        <button type="button" className={styles["more"]} onClick={props.onMore}>
          {`${formatCount(left)} more`}
        </button>
      ) : null}
      {left > 0 && !props.canMore ? (
        <p className={styles["note"]}>{formatCount(left)} more: search to find them</p>
      ) : null}
      {newest === null ? null : <p className={styles["note"]}>{newest}</p>}
    </div>
  );
}

/**
 * As high as most answers are, so that the facets under it stay: without a fixed choice, there are more values than
 * these.
 */
function FacetSkeleton({ choices }: { readonly choices: number | null }) {
  return (
    <>
      <div className={styles["values"]}>
        <VisuallyHidden>Counting</VisuallyHidden>
        {Array.from({ length: choices ?? FIRST_VALUES }, (_, row) => `row ${row}`).map((row, index) => (
          <div key={row} className={styles["waiting"]}>
            <Skeleton width={index % 3 === 1 ? "word" : "name"} />
          </div>
        ))}
      </div>
      {choices === null ? <div className={styles["waiting"]} /> : null}
    </>
  );
}

/** The person pressed the button that opens the box: they are about to type. */
function focusFirst(input: HTMLInputElement | null): void {
  input?.focus();
}

/** The text once nobody has typed for a moment; emptied at once. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return text === "" ? "" : settled;
}
