"use client";

import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { Problem } from "#lib/search/search.ts";
import { optionId } from "./option-id.ts";
import { QueryColours } from "./query-colours.tsx";
import styles from "./query-input.module.css";
import type { QueryBoxState } from "./use-query-box.ts";

/**
 * A plain input whose own letters are clear, under a layer that shows the same letters in colours: caret, undo, input
 * methods and readers are the browser's. Before the scripts are there, while a text is composed, and in forced colours
 * the letters are the input's.
 */
export function QueryInput(props: {
  readonly id: string;
  readonly label: string | undefined;
  readonly box: QueryBoxState;
  readonly problems: readonly Problem[];
  readonly placeholder: string;
  readonly listId: string;
  readonly isShown: boolean;
  readonly problemsId: string | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}) {
  const { box, listId, isShown } = props;
  const { input } = box;
  const layer = useRef<HTMLDivElement>(null);
  const isPasted = useRef(false);
  const [isLive, setIsLive] = useState(false);
  const [isComposing, setIsComposing] = useState(false);
  useEffect(() => setIsLive(true), []);
  const isColoured = isLive && !isComposing;
  const follow = () => moveAlong(layer.current, input.current);
  return (
    <div className={styles["field"]} data-coloured={isColoured || undefined}>
      <input
        ref={input}
        id={props.id}
        className={styles["input"]}
        name="q"
        type="text"
        role="combobox"
        aria-label={props.label}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={isShown ? listId : undefined}
        aria-activedescendant={isShown && box.active >= 0 ? optionId(listId, box.active) : undefined}
        aria-invalid={props.problemsId === undefined ? undefined : true}
        aria-describedby={props.problemsId}
        value={box.draft}
        placeholder={props.placeholder}
        onPaste={() => {
          isPasted.current = true;
        }}
        onChange={({ target, nativeEvent }) => {
          const how = isPasted.current ? "pasted" : isCompletion(nativeEvent) ? "completed" : "typed";
          isPasted.current = false;
          box.change(target.value, target.selectionStart, how);
        }}
        onSelect={({ currentTarget }) => {
          const { selectionStart, selectionEnd } = currentTarget;
          if (document.activeElement === currentTarget)
            box.moveCaret(selectionStart === selectionEnd ? selectionStart : null);
          follow();
        }}
        onScroll={follow}
        onKeyDown={props.onKeyDown}
        onCompositionStart={() => setIsComposing(true)}
        onCompositionEnd={() => setIsComposing(false)}
        onFocus={() => {
          if (box.draft === "") {
            box.moveCaret(0);
            box.open("suggestions");
          }
        }}
        onBlur={() => {
          box.leave();
          requestAnimationFrame(follow);
        }}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        data-key="/"
      />
      {isColoured ? (
        <div className={styles["window"]} aria-hidden="true">
          <Letters text={box.draft} problems={props.problems} layer={layer} input={input} />
        </div>
      ) : null}
    </div>
  );
}

/** Drawn when the text changes and not with every answer: asking where it stands lays out the whole page at once. */
const Letters = memo(function Letters(props: {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly layer: RefObject<HTMLDivElement | null>;
  readonly input: RefObject<HTMLInputElement | null>;
}) {
  const { layer, input } = props;
  useLayoutEffect(() => moveAlong(layer.current, input.current));
  return (
    <div ref={layer} className={styles["layer"]}>
      <QueryColours text={props.text} problems={props.problems} />
    </div>
  );
});

/** Where the input is scrolled to, its letters are too. */
function moveAlong(layer: HTMLElement | null, input: HTMLElement | null): void {
  if (layer !== null && input !== null) layer.style.transform = `translateX(${-input.scrollLeft}px)`;
}

/** Typing comes a character at a time; what comes as several, without being pasted, was taken from the list. */
function isCompletion(event: Event): boolean {
  return event instanceof InputEvent && event.inputType === "insertText" && (event.data?.length ?? 0) > 1;
}
