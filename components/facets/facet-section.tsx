"use client";

import { memo, useMemo, useState } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { type FieldId, findField } from "#lib/event/fields.ts";
import { type Chosen, chosenValues, cleared } from "./chosen-values.ts";
import { FacetBody } from "./facet-body.tsx";
import { labelOf } from "./facet-preference.ts";
import type { FacetProps } from "./facet-props.ts";
import styles from "./facet-section.module.css";

type FacetSectionProps = FacetProps & {
  readonly isOpen: boolean;
  readonly onToggle: (field: FieldId) => void;
};

/** One facet: its heading, and its values while it is open. */
export const FacetSection = memo(function FacetSection(props: FacetSectionProps) {
  const { field, isOpen, onToggle, q, edit } = props;
  const [isSearching, setSearching] = useState(false);
  const chosen = useMemo(() => chosenValues(q, field), [q, field]);
  const label = labelOf(field);
  // A closed list of choices is in sight whole, and in words of its own.
  const canSearch = isOpen && findField(field)?.choices === undefined;
  return (
    <section className={styles["facet"]} data-facet={field} aria-label={label}>
      <div className={styles["heading"]}>
        <h2 className={styles["title"]}>
          <button
            type="button"
            className={styles["toggle"]}
            aria-expanded={isOpen}
            onClick={() => onToggle(field)}
            data-stop=""
          >
            <Icon name={isOpen ? "chevron-down" : "chevron-right"} size={12} />
            {label}
          </button>
        </h2>
        <Choices chosen={chosen} label={label} href={edit.hrefOf(cleared(q, field))} />
        {canSearch ? (
          <button
            type="button"
            className={styles["tool"]}
            aria-label={`Search in ${label}`}
            aria-pressed={isSearching}
            onClick={() => setSearching(!isSearching)}
          >
            <Icon name="search" size={12} />
          </button>
        ) : null}
      </div>
      {isOpen ? <FacetBody {...props} label={label} chosen={chosen} isSearching={isSearching} /> : null}
    </section>
  );
});

/** How many values of this facet are chosen, and the way to drop them all. */
function Choices(props: {
  readonly chosen: readonly Chosen[];
  readonly label: string;
  readonly href: string;
}) {
  if (props.chosen.length === 0) return null;
  return (
    <a
      className={styles["chosen"]}
      href={props.href}
      aria-label={`Drop what is chosen of ${props.label}: ${props.chosen.length}`}
      data-hint={`Drop what is chosen of ${props.label}`}
    >
      {props.chosen.length}
      <Icon name="close" size={12} />
    </a>
  );
}
