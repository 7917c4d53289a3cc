import type { MouseEvent } from "react";
import { viewHref } from "#components/event/view.ts";
import type { Pick } from "./pick-box.tsx";
import type { Explorer } from "./use-explorer.ts";

/**
 * A click on a row's empty places opens it, the event in the panel or the burst in place, unless it ends a selection
 * of text. With Shift it marks the rows from the last marked one on.
 */
export function clickRow(event: MouseEvent, explorer: Explorer, onPick: Pick): void {
  if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
  if (event.metaKey || event.ctrlKey || event.altKey) return;
  const row = event.target.closest("tr");
  const link = event.target.closest("a");
  if (row === null || event.target.closest("[data-pick]") !== null) return;
  if (event.shiftKey) {
    const id = row.querySelector<HTMLElement>("td [data-pick]")?.dataset["pick"];
    if (link === null && id !== undefined) onPick(id, true);
    return;
  }
  if (link !== null && link.dataset["open"] === undefined) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const opener = row.querySelector<HTMLElement>("[data-burst-opener], a[data-open]");
  if (opener === null) return;
  event.preventDefault();
  opener.focus({ preventScroll: true });
  open(opener, explorer);
}

function open(opener: HTMLElement, { view, show }: Explorer): void {
  const id = opener.dataset["open"];
  if (id === undefined) opener.click();
  else show(viewHref({ ...view, event: id }), view.event === null ? "push" : "replace");
}

/** A click with Shift marks rows: without this it would mark their text. */
export function holdText(event: MouseEvent): void {
  const isOwn = event.target instanceof Element && event.target.closest("a, input") !== null;
  if (event.shiftKey && !isOwn) event.preventDefault();
}
