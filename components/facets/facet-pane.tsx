"use client";

import { type KeyboardEvent, useMemo } from "react";
import { useSteadyView } from "#components/event/use-steady-view.ts";
import { viewHref } from "#components/event/view.ts";
import { inOneLine, whyNotCounted } from "#components/ui/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { FieldId } from "#lib/event/fields.ts";
import type { View } from "#lib/search/view-url.ts";
import { runFacetKey } from "./facet-keys.ts";
import styles from "./facet-pane.module.css";
import { FACETS } from "./facet-preference.ts";
import type { Edit } from "./facet-props.ts";
import { FacetSection } from "./facet-section.tsx";
import { FIRST_VALUES } from "./first-values.ts";
import { holdsNoEvent } from "./nothing-words.ts";
import { type Facets, useFacets } from "./use-facets.ts";

type FacetPaneProps = {
  readonly view: View;
  /** What a request asks, as its parameters; null: the view can't be read, and nothing is counted. */
  readonly question: string | null;
  /** With another one, what is counted is counted anew. */
  readonly round: number;
  /** Only a pane in sight asks. */
  readonly isVisible: boolean;
  readonly open: readonly FieldId[];
  readonly onToggle: (field: FieldId) => void;
  readonly go: (href: string) => void;
  /** True where the pane lies over the list. */
  readonly isSheet: boolean;
  readonly onClose: () => void;
};

/** The top values of each field beside the list; each adds itself to the query, excludes itself, or stands alone. */
export function FacetPane(props: FacetPaneProps) {
  const { view, round, open, onToggle, go, isSheet, onClose } = props;
  const question = props.isVisible ? props.question : null;
  const { known, isLoading, problem, retry } = useFacets(question, round, open, FIRST_VALUES);
  const edit = useEdit(view, go);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isSheet && event.key === "Escape") onClose();
    else if (!runFacetKey(event)) return;
    event.preventDefault();
  };
  return (
    <aside
      id="facets"
      className={styles["pane"]}
      aria-label="Facets"
      aria-busy={isLoading}
      data-sheet={isSheet || undefined}
      onKeyDown={onKeyDown}
    >
      {isSheet ? (
        <header className={styles["head"]}>
          <h2>Facets</h2>
          <Button look="quiet" square aria-label="Close the facets" onClick={onClose}>
            <Icon name="close" />
          </Button>
        </header>
      ) : null}
      {problem === null ? null : (
        <div className={styles["problem"]} role="status">
          <Icon name="warning" size={14} />
          <span data-hint={inOneLine(problem)}>
            {whyNotCounted(problem)}
            {known.size === 0 ? "" : " These are the last counts that came."}
          </span>
          <Button look="quiet" className={styles["small"]} onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      {props.question === null || isEmpty(open, known) ? (
        <p className={styles["none"]}>
          {props.question === null ? "Nothing was searched." : "No events to count."}
        </p>
      ) : (
        FACETS.map((field) => (
          <FacetSection
            key={field}
            field={field}
            isOpen={open.includes(field)}
            onToggle={onToggle}
            known={known.get(field) ?? null}
            isFailed={problem !== null}
            question={question}
            round={round}
            q={view.q}
            edit={edit}
          />
        ))
      )}
    </aside>
  );
}

/** Whether there is nothing in any facet: then one line says it for all. */
function isEmpty(open: readonly FieldId[], known: Facets["known"]): boolean {
  const facets = open.map((field) => known.get(field)?.facet);
  return facets.length > 0 && facets.every((facet) => facet !== undefined && holdsNoEvent(facet));
}

/** The same while only the page of the list is another: a hundred rows need not be drawn again for it. */
function useEdit(view: View, go: (href: string) => void): Edit {
  const first = useSteadyView({ ...view, cursor: null });
  return useMemo(() => {
    const hrefOf = (q: string) => viewHref({ ...first, q });
    return { hrefOf, go: (q) => go(hrefOf(q)) };
  }, [first, go]);
}
