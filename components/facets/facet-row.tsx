"use client";

import type { MouseEvent } from "react";
import { useNames } from "#components/event/names.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Text } from "#components/ui/text.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { FieldId } from "#lib/event/fields.ts";
import type { NameBook } from "#lib/event/name-book.ts";
import { type Choice, onlyValue, toggled } from "./chosen-values.ts";
import type { Edit } from "./facet-props.ts";
import styles from "./facet-row.module.css";
import { shownValue } from "./shown-value.ts";

/** The name that the user gave, before what AWS tells; an account's number is one hover away. */
function FacetName(props: {
  readonly field: FieldId;
  readonly shown: string;
  readonly given: string | null;
}) {
  const { field, shown, given } = props;
  if (given === null) return <Text>{shown}</Text>;
  return (
    <>
      <Text>{given}</Text>
      {field === "account" ? (
        <VisuallyHidden>{` ${shown}`}</VisuallyHidden>
      ) : (
        <>
          {" = "}
          <Text>{shown}</Text>
        </>
      )}
    </>
  );
}

function givenName({ accountName, personOf }: NameBook, field: FieldId, value: string): string | null {
  if (field === "account") return accountName(value);
  return field === "session" ? personOf(value) : null;
}

type FacetRowProps = {
  readonly field: FieldId;
  readonly value: string;
  /** null: not counted, since it is not among the top values. */
  readonly count: number | null;
  /** Why asking for the value may find more than were counted, in words; null: it does not. */
  readonly more: string | null;
  /** Of the most frequent value's count, 0 to 1. */
  readonly share: number;
  readonly choice: Choice | null;
  readonly q: string;
  readonly edit: Edit;
};

/** One value: a click asks for it, or takes that back; beside it only this, and exclude. */
export function FacetRow({ field, value, count, more, share, choice, q, edit }: FacetRowProps) {
  const given = givenName(useNames(), field, value);
  const shown = shownValue(field, value);
  const name = visibleText(given === null ? shown : `${given} ${shown}`);
  const exclude = toggled(q, field, value, "excluded");
  const taken = choice === "excluded" ? exclude : toggled(q, field, value, "included");
  const excludeAtOnce = (event: MouseEvent) => {
    if (!event.altKey) return;
    event.preventDefault();
    edit.go(exclude);
  };
  return (
    <li
      className={styles["row"]}
      data-choice={choice ?? undefined}
      data-name={shown}
      data-count={count ?? undefined}
      data-at-least={more !== null || undefined}
    >
      <span className={styles["bar"]} style={{ width: `${share * 100}%` }} aria-hidden="true" />
      <a
        className={styles["value"]}
        href={edit.hrefOf(taken)}
        aria-current={choice === "included" || undefined}
        data-stop=""
        tabIndex={-1}
        onClick={excludeAtOnce}
      >
        {choice === null ? null : <Icon name={choice === "included" ? "check" : "minus"} size={12} />}
        {choice === "excluded" ? <VisuallyHidden>excluded: </VisuallyHidden> : null}
        <span className={styles["name"]} data-hint={value}>
          <FacetName field={field} shown={shown} given={given} />
        </span>
        <Count count={count} more={more} />
      </a>
      <span className={styles["acts"]}>
        <a
          className={styles["act"]}
          href={edit.hrefOf(onlyValue(q, field, value))}
          aria-label={`Only ${name}`}
          data-act="only"
          tabIndex={-1}
        >
          only
        </a>
        <a
          className={styles["act"]}
          href={edit.hrefOf(exclude)}
          aria-label={choice === "excluded" ? `Stop excluding ${name}` : `Exclude ${name}`}
          data-act="exclude"
          tabIndex={-1}
        >
          <Icon name={choice === "excluded" ? "close" : "minus"} size={12} />
        </a>
      </span>
    </li>
  );
}

function Count({ count, more }: Pick<FacetRowProps, "count" | "more">) {
  if (count === null) return <span className={styles["count"]} />;
  if (more === null) return <span className={styles["count"]}>{formatCount(count)}</span>;
  return (
    <span className={styles["count"]} data-hint={more}>
      {formatCount(count)}
      <span aria-hidden="true">+</span>
      <VisuallyHidden> or more</VisuallyHidden>
    </span>
  );
}
