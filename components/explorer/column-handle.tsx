"use client";

import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from "react";
import { clampWidth, RESIZING, resizeColumn } from "#components/event/column-widths.ts";
import { type Column, type ColumnId, widthOf } from "#components/event/columns.ts";
import { viewHref } from "#components/event/view.ts";
import styles from "./column-handle.module.css";
import { draftWidths, drawnWidth, type WidthDraft } from "./draft-widths.ts";
import { useExplorer } from "./use-explorer.ts";

const STEP_PX = 8;
const STRIDE_PX = 32;
/** A hand that clicks twice moves a little in between; that is no drag. */
const STILL_PX = 3;
const NONE: ReadonlyMap<string, number> = new Map();

/**
 * The right edge of a column, to be dragged; a double click gives the column its own width back. The arrow keys and
 * Home do the same. TanStack's resizing does not serve here: to it every column has a width in pixels.
 */
export function ColumnHandle({ column }: { readonly column: Column }) {
  const { view } = useExplorer();
  const handle = useRef<HTMLHRElement>(null);
  const handlers = useResizing(column.id);
  // What a column without a width of its own is, only the screen knows.
  useEffect(() => tellWidth(handle.current));
  return (
    <hr
      ref={handle}
      className={styles["handle"]}
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of the column ${column.label}`}
      aria-valuenow={clampWidth(widthOf(view.columns, column.id) ?? 0)}
      aria-valuemin={RESIZING.least}
      aria-valuemax={RESIZING.most}
      onFocus={() => tellWidth(handle.current)}
      {...handlers}
    />
  );
}

function useResizing(id: ColumnId) {
  const { view, show } = useExplorer();
  const draft = useRef<WidthDraft | null>(null);
  const start = useRef<{ readonly x: number; readonly width: number } | null>(null);

  const write = (width: number | null, drawn: ReadonlyMap<string, number>) =>
    show(viewHref({ ...view, columns: resizeColumn(view.columns, id, width, drawn) }), "replace");
  const change = (handle: HTMLElement, by: (width: number) => number) => {
    draft.current ??= draftWidths(handle);
    draft.current?.set(clampWidth(by(draft.current.width())));
    tellWidth(handle);
  };
  const keep = () => {
    const { current } = draft;
    draft.current = null;
    if (current === null) return;
    current.end();
    write(current.width(), current.drawn);
  };
  const drop = () => {
    draft.current?.drop();
    draft.current = null;
    start.current = null;
  };
  const reset = () => {
    drop();
    write(null, NONE);
  };

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (!event.isPrimary || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, width: drawnWidth(event.currentTarget) };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (start.current === null) return;
      const { x, width } = start.current;
      if (draft.current === null && Math.abs(event.clientX - x) < STILL_PX) return;
      change(event.currentTarget, () => width + event.clientX - x);
    },
    onPointerCancel: drop,
    onLostPointerCapture: () => {
      start.current = null;
      keep();
    },
    onDoubleClick: reset,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      const action = actionOf(event);
      if (action === null || (action === "drop" && draft.current === null)) return;
      event.preventDefault();
      if (action === "drop") drop();
      else if (action === "reset") reset();
      else change(event.currentTarget, (width) => width + action);
    },
    // A key that is held down writes the address once.
    onKeyUp: () => start.current ?? keep(),
    onBlur: keep,
  };
}

function actionOf(event: KeyboardEvent): "reset" | "drop" | number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const step = event.shiftKey ? STRIDE_PX : STEP_PX;
  switch (event.key) {
    case "ArrowLeft":
      return -step;
    case "ArrowRight":
      return step;
    case "Home":
      return "reset";
    case "Escape":
      return "drop";
    default:
      return null;
  }
}

function tellWidth(handle: HTMLElement | null): void {
  handle?.setAttribute("aria-valuenow", String(clampWidth(drawnWidth(handle))));
}
