"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Icon, type IconName } from "#components/ui/icon.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { View } from "#lib/search/view-url.ts";
import { type FoundHandle, findHandle } from "./found-handle.ts";
import styles from "./handle-bar.module.css";
import { lastBoxOf } from "./handle-box.ts";
import { viewHref, withCondition } from "./view.ts";

/** Long enough for a pointer that only passes, and for one on its way from the value to the bar. */
const SHOW_MS = 180;
const HIDE_MS = 160;
const GAP_PX = 3;

/**
 * Beside the value that is pointed at, or has the focus by the keyboard: filter by it, or exclude it, with one click.
 * Not for fingers, which cannot point without a tap: theirs opens the menu. Off the Tab path: keys do the same.
 */
export function HandleBar({ view }: { readonly view: View }) {
  const bar = useRef<HTMLSpanElement>(null);
  const [target, setTarget] = useState<FoundHandle | null>(null);
  useEffect(() => listen(bar, setTarget), []);
  useLayoutEffect(() => {
    if (bar.current !== null && target !== null) place(bar.current, target.element);
  }, [target]);
  if (target === null) return null;
  const { field, value } = target;
  const away = () => setTarget(null);
  const href = (exclude: boolean) => viewHref(withCondition(view, field, value, exclude));
  return (
    <span ref={bar} className={styles["bar"]}>
      <Act
        href={href(false)}
        icon="plus"
        name={`Filter by ${value}`}
        hint="Filter by this  +"
        onClick={away}
      />
      <Act href={href(true)} icon="minus" name={`Exclude ${value}`} hint="Exclude this  −" onClick={away} />
    </span>
  );
}

function Act(props: {
  readonly href: string;
  readonly icon: IconName;
  readonly name: string;
  readonly hint: string;
  readonly onClick: () => void;
}) {
  return (
    <a
      href={props.href}
      aria-label={visibleText(props.name)}
      data-hint={props.hint}
      tabIndex={-1}
      // The focus stays where it was: the bar is gone with the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={props.onClick}
    >
      <Icon name={props.icon} size={12} />
    </a>
  );
}

/** Says which value the bar is to stand at, or none. */
function listen(
  bar: { readonly current: HTMLElement | null },
  say: (target: FoundHandle | null) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (target: FoundHandle | null, delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => say(target?.element.isConnected === false ? null : target), delay);
  };
  const hide = () => soon(null, 0);
  const isBar = ({ target }: Event) => target instanceof Node && bar.current?.contains(target) === true;
  const over = (event: PointerEvent) => {
    if (event.pointerType === "touch") return;
    if (isBar(event)) clearTimeout(timer);
    else {
      const found = findHandle(event.target);
      soon(found, found === null ? HIDE_MS : SHOW_MS);
    }
  };
  const focus = ({ target }: FocusEvent) => {
    const found = findHandle(target);
    if (found?.element.matches(":focus-visible") === true) soon(found, 0);
  };
  const press = (event: Event) => void (isBar(event) || hide());
  const controller = new AbortController();
  const options = { signal: controller.signal, passive: true };
  document.addEventListener("pointerover", over, options);
  document.addEventListener("focusin", focus, options);
  document.addEventListener("focusout", hide, options);
  document.addEventListener("pointerdown", press, options);
  document.addEventListener("keydown", hide, options);
  document.addEventListener("scroll", hide, { ...options, capture: true });
  // What made it come was before it could listen.
  soon(findHandle(document.querySelector("[data-handle]:hover, [data-handle]:focus-visible")), SHOW_MS);
  return () => {
    clearTimeout(timer);
    controller.abort();
  };
}

/** After the end of what is seen of the value, inside the window. */
function place(bar: HTMLElement, element: HTMLElement): void {
  const { left, top, width, height } = lastBoxOf(element);
  const own = bar.getBoundingClientRect();
  bar.style.left = `${Math.min(left + width + GAP_PX, window.innerWidth - own.width - GAP_PX)}px`;
  bar.style.top = `${top + (height - own.height) / 2}px`;
}
