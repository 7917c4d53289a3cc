"use client";

import { type KeyboardEvent, type PointerEvent, useState } from "react";

/** The bars under the cursor, `first` to `last` both included; `head` is where it moves. */
export type Brush = {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** What put it there: the pointer over a bar, the pointer held down, or keys. */
  readonly kind: "hover" | "drag" | "keys";
};

type Held = { readonly anchor: number; readonly head: number; readonly kind: Brush["kind"] };

const FAR = 10;

/**
 * The cursor over so many bars. The pointer moves it, a drag chooses what it passed, a click the one bar; arrow keys
 * move it, Shift widens it, Enter chooses, Escape takes it away.
 */
export function useBrush(bars: number, onChoose: (first: number, last: number) => void) {
  const [held, setHeld] = useState<Held | null>(null);
  const brush = held === null || bars === 0 ? null : toBrush(held, bars - 1);
  const choose = () => {
    if (brush === null) return;
    setHeld(null);
    onChoose(brush.first, brush.last);
  };

  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const at = barAt(event, bars);
      setHeld({ anchor: at, head: at, kind: "drag" });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const head = barAt(event, bars);
      const isDrag = held?.kind === "drag";
      if (isDrag) setHeld({ ...held, head });
      else if (event.pointerType !== "touch") setHeld({ anchor: head, head, kind: "hover" });
    },
    onPointerUp: () => {
      if (held?.kind === "drag") choose();
    },
    onPointerCancel: () => setHeld(null),
    onPointerLeave: () => setHeld((was) => (was?.kind === "hover" ? null : was)),
    onBlur: () => setHeld(null),
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const step = stepOf(event.key, bars);
      if (step !== null) setHeld(moved(held, step, event.shiftKey, bars - 1));
      else if (event.key === "Enter" && brush !== null) choose();
      else if (event.key === "Escape" && brush !== null) setHeld(null);
      else return;
      // The page has keys of its own under the same names.
      event.preventDefault();
    },
  };
  return { brush, handlers };
}

function toBrush({ anchor, head, kind }: Held, most: number): Brush {
  const [from, to] = [Math.min(anchor, most), Math.min(head, most)];
  return { first: Math.min(from, to), last: Math.max(from, to), head: to, kind };
}

function stepOf(key: string, bars: number): number | null {
  switch (key) {
    case "ArrowLeft":
      return -1;
    case "ArrowRight":
      return 1;
    case "PageUp":
      return -FAR;
    case "PageDown":
      return FAR;
    case "Home":
      return -bars;
    case "End":
      return bars;
    default:
      return null;
  }
}

/** One step on; the first one from nowhere begins at the end that it comes from. */
function moved(held: Held | null, step: number, isWider: boolean, most: number): Held {
  const from = held?.head ?? (step < 0 ? most + 1 : -1);
  const head = Math.max(0, Math.min(most, from + step));
  return { anchor: isWider && held !== null ? held.anchor : head, head, kind: "keys" };
}

function barAt(event: PointerEvent<HTMLElement>, bars: number): number {
  const { left, width } = event.currentTarget.getBoundingClientRect();
  const at = Math.floor(((event.clientX - left) / Math.max(1, width)) * bars);
  return Math.max(0, Math.min(bars - 1, at));
}
