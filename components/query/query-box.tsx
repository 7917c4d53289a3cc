"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useId, useMemo, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { asRoute } from "#components/ui/route.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { draftProblems } from "#lib/search/draft-problems.ts";
import { insertText } from "./insert-text.ts";
import styles from "./query-box.module.css";
import { QueryInput } from "./query-input.tsx";
import type { Span } from "./suggest-href.ts";
import type { Suggestion } from "./suggestion.ts";
import { suggestionAt } from "./suggestion-at.ts";
import { SyntaxHelp } from "./syntax-help.tsx";
import { meantBy, type QueryBoxState, useQueryBox } from "./use-query-box.ts";

const load = () => import("./suggestion-list.tsx");
const SuggestionList = lazy(async () => ({ default: (await load()).SuggestionList }));

type QueryBoxProps = {
  /** The query that is run now; what stands in the box beyond it is a draft. */
  readonly q: string;
  readonly span: Span;
  readonly onRun: (q: string) => void;
  /** The address of the view with this query. */
  readonly hrefOf: (q: string) => string;
  readonly inputId: string;
  readonly placeholder: string;
  readonly size?: "large";
  /** The name of the input, where no label on the page gives it one. */
  readonly label?: string;
  /** The rest of the view as form fields. */
  readonly fields?: ReactNode;
  /** The id of the element that says what is wrong with the query that was run. */
  readonly problemsId?: string | undefined;
  /** At the right end of the box. */
  readonly children?: ReactNode;
};

/**
 * The box of a query: colours, suggestions, mistakes in their place, the history. Before the scripts are there it is a
 * form with a plain text input.
 */
export function QueryBox(props: QueryBoxProps) {
  const box = useQueryBox(props);
  const router = useRouter();
  const listId = useId();
  const help = useRef<(() => void) | null>(null);
  const take = (suggestion: Suggestion) => {
    const { effect } = suggestion;
    if (effect.kind === "run") return box.run(effect.q);
    if (effect.kind === "open") {
      box.close();
      const tz = new URLSearchParams(window.location.search).get("tz") ?? "utc";
      return router.push(asRoute(withTz(effect.href, tz)));
    }
    const { current: input } = box.input;
    if (input === null || insertText(input, effect.start, effect.end, effect.insert)) return;
    const text = box.draft.slice(0, effect.start) + effect.insert + box.draft.slice(effect.end);
    box.change(text, effect.start + effect.insert.length, "completed");
  };
  const problems = useMemo(() => draftProblems(box.draft, box.caret), [box.draft, box.caret]);
  const isShown = box.isOpen && (box.groups.length > 0 || problems.length > 0);
  return (
    <form
      action="/events"
      className={styles["place"]}
      onFocus={() => void load().catch(() => undefined)}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(box, take);
      }}
    >
      <div className={styles["box"]} data-size={props.size}>
        <label htmlFor={props.inputId} className={styles["glass"]}>
          <Icon name="search" />
        </label>
        <QueryInput
          id={props.inputId}
          label={props.label}
          box={box}
          problems={problems}
          placeholder={props.placeholder}
          listId={listId}
          isShown={isShown && box.groups.length > 0}
          problemsId={props.problemsId}
          onKeyDown={(event) => press(event, box, take, help.current)}
        />
        <Clear box={box} q={props.q} />
        <SyntaxHelp hrefOf={props.hrefOf} opener={help} />
        {props.children}
      </div>
      {isShown ? (
        <Suspense fallback={null}>
          <SuggestionList
            id={listId}
            groups={box.groups}
            active={box.active}
            problems={problems}
            onTake={take}
            onForget={box.forget}
          />
        </Suspense>
      ) : null}
      {props.fields}
    </form>
  );
}

/** Enter may come before the code that knows what was pasted: a link is no query. */
async function submit(box: QueryBoxState, take: (suggestion: Suggestion) => void): Promise<void> {
  const { draft, input } = box;
  const meant = box.isUndecided ? await meantBy(draft) : undefined;
  // Whoever typed on meanwhile has not asked for this.
  if (input.current?.value !== draft) return;
  if (meant === undefined) box.run(draft);
  else take(meant);
}

function Clear({ box, q }: { readonly box: QueryBoxState; readonly q: string }) {
  if (box.draft === "") {
    return (
      <span className={styles["key"]} aria-hidden="true">
        <Kbd>/</Kbd>
      </span>
    );
  }
  return (
    <Button
      look="quiet"
      square
      aria-label="Clear the search"
      className={styles["clear"]}
      onClick={() => (q === "" ? box.change("", null, "completed") : box.run(""))}
    >
      <Icon name="close" size={14} />
    </Button>
  );
}

/** The keys of a combobox (WAI-ARIA practices), and the history under the arrow up. */
function press(
  event: KeyboardEvent<HTMLInputElement>,
  box: QueryBoxState,
  take: (suggestion: Suggestion) => void,
  openHelp: (() => void) | null,
): void {
  // While an input method composes, its keys are its own.
  if (event.nativeEvent.isComposing) return;
  const chosen = box.isOpen ? suggestionAt(box.groups, box.active) : undefined;
  const handled = () => {
    switch (event.key) {
      case "ArrowDown":
        if (box.isOpen) box.step(1);
        else box.open("suggestions");
        return true;
      case "ArrowUp":
        if (chosen !== undefined) box.step(-1);
        else box.open("history");
        return true;
      case "Enter":
      case "Tab":
        if (chosen === undefined || event.shiftKey) return false;
        take(chosen);
        return true;
      case "Delete":
        if (chosen?.isRemovable !== true || !event.shiftKey || chosen.effect.kind !== "run") return false;
        box.forget(chosen.effect.q);
        return true;
      case "Escape":
        if (box.isOpen && box.groups.length > 0) box.close();
        else event.currentTarget.blur();
        return true;
      case " ":
        if (!event.ctrlKey) return false;
        box.open("suggestions");
        return true;
      case "F1":
        openHelp?.();
        return true;
      default:
        return false;
    }
  };
  if (handled()) event.preventDefault();
}
