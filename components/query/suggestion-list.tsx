"use client";

import { useEffect, useRef } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { Text } from "#components/ui/text.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Problem } from "#lib/search/search.ts";
import { optionId } from "./option-id.ts";
import type { Suggestion, SuggestionGroup } from "./suggestion.ts";
import { suggestionAt } from "./suggestion-at.ts";
import styles from "./suggestion-list.module.css";

/** What is wrong so far, and what could come next. The focus stays in the input all the time. */
export function SuggestionList(props: {
  readonly id: string;
  readonly groups: readonly SuggestionGroup[];
  readonly active: number;
  readonly problems: readonly Problem[];
  readonly onTake: (suggestion: Suggestion) => void;
  readonly onForget: (q: string) => void;
}) {
  const { id, groups, active } = props;
  const list = useChoosing(props);
  useEffect(() => {
    if (active >= 0) document.getElementById(optionId(id, active))?.scrollIntoView({ block: "nearest" });
  }, [id, active]);
  let place = -1;
  return (
    <div ref={list} className={styles["popup"]}>
      <div role="status">
        <ul className={styles["problems"]}>
          {props.problems.map(({ message, position }) => (
            <li key={`${position} ${message}`}>
              <Icon name="warning" size={14} />
              <span>{visibleText(message)}</span>
            </li>
          ))}
        </ul>
      </div>
      {groups.length === 0 ? null : (
        <div id={id} role="listbox" aria-label="Suggestions" className={styles["list"]}>
          {groups.map(({ label, suggestions }) => (
            <fieldset key={label} aria-label={label} className={styles["group"]}>
              <div className={styles["heading"]} aria-hidden="true">
                {visibleText(label)}
              </div>
              {suggestions.map((suggestion) => {
                place += 1;
                return (
                  <Option
                    key={suggestion.id}
                    id={optionId(id, place)}
                    place={place}
                    suggestion={suggestion}
                    isActive={place === active}
                  />
                );
              })}
            </fieldset>
          ))}
        </div>
      )}
      <Footer chosen={suggestionAt(groups, active)} />
    </div>
  );
}

/**
 * One listener for all options. Pressing is kept from taking the focus out of the input; a click takes the option, as
 * readers send it too.
 */
function useChoosing(props: Parameters<typeof SuggestionList>[0]) {
  const list = useRef<HTMLDivElement>(null);
  const { groups, onTake, onForget } = props;
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    element.addEventListener("mousedown", (event) => event.preventDefault(), { signal });
    element.addEventListener(
      "click",
      ({ target }) => {
        if (!(target instanceof Element)) return;
        const option = target.closest<HTMLElement>("[data-place]");
        const chosen = suggestionAt(groups, Number(option?.dataset["place"] ?? -1));
        if (chosen === undefined) return;
        if (target.closest("[data-forget]") === null) onTake(chosen);
        else if (chosen.effect.kind === "run") onForget(chosen.effect.q);
      },
      { signal },
    );
    return () => controller.abort();
  }, [groups, onTake, onForget]);
  return list;
}

function Option(props: {
  readonly id: string;
  readonly place: number;
  readonly suggestion: Suggestion;
  readonly isActive: boolean;
}) {
  const { text, about, count, isSentence, isRemovable } = props.suggestion;
  return (
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={props.isActive}
      data-place={props.place}
      className={styles["option"]}
    >
      <span className={styles["text"]} data-mono={isSentence !== true || undefined}>
        <Text>{text}</Text>
      </span>
      {about === null ? null : (
        <span className={styles["about"]} data-mono={isSentence}>
          <Text>{about}</Text>
        </span>
      )}
      {count === null ? null : (
        <span className={styles["count"]} data-hint="Among the newest events of this time">
          {count}
        </span>
      )}
      {isRemovable === true ? (
        <span className={styles["forget"]} data-forget data-hint="Remove from the history" aria-hidden="true">
          <Icon name="close" size={12} />
        </span>
      ) : null}
    </div>
  );
}

function Footer({ chosen }: { readonly chosen: Suggestion | undefined }) {
  const takes = chosen === undefined ? "search" : chosen.effect.kind === "edit" ? "insert" : "go";
  return (
    <div className={styles["footer"]} aria-hidden="true">
      <span>
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> choose
      </span>
      <span>
        <Kbd>Enter</Kbd> {takes}
      </span>
      {chosen?.isRemovable === true ? (
        <span>
          <Kbd>Shift</Kbd> <Kbd>Delete</Kbd> remove
        </span>
      ) : (
        <span>
          <Kbd>F1</Kbd> syntax
        </span>
      )}
    </div>
  );
}
