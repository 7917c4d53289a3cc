"use client";

import { useEffect, useEffectEvent } from "react";
import { eventHref } from "#components/event/page-of.ts";
import { viewHref } from "#components/event/view.ts";
import { focusFacets } from "#components/facets/facet-keys.ts";
import { isTyping } from "#components/ui/typing.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { type Explorer, useExplorer } from "./use-explorer.ts";

/*
 * The keys of the explorer. Rows are found by what opens them, a link or a burst's button; a row is "current" while it
 * holds the focus, so the browser shows where you are and no second notion of it exists.
 */

/** Listens to single keys on the whole page, except while typing or in a menu. */
export function ExplorerKeys() {
  const explorer = useExplorer();
  // A key acts on the view that is on screen: an effect of its own would follow it a moment late.
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isTyping(event)) return;
    if (runKey(event.key, explorer)) event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}

function runKey(key: string, explorer: Explorer): boolean {
  switch (key) {
    case "/":
      return focusOn("[data-key='/']");
    case "f":
      return focusFacets() || (press("[data-key='f']") && focusSoon());
    case "t":
    case "c":
    case "d":
    case "z":
    case "e":
      return press(`[data-key='${key}']`);
    case "n":
    case "p":
      return followPage(key, explorer);
    case "j":
      return step(1, explorer);
    case "k":
      return step(-1, explorer);
    case "ArrowDown":
      return inRow() && step(1, explorer);
    case "ArrowUp":
      return inRow() && step(-1, explorer);
    case "ArrowRight":
      return stepValue(1);
    case "ArrowLeft":
      return stepValue(-1);
    case "x":
      return pick(false);
    case "X":
      return pick(true);
    case "o":
      return openPage(explorer);
    case "Escape":
      return cancel(explorer) || closePanel(explorer) || press("[data-key='clear']");
    default:
      return false;
  }
}

/** The links on screen belong to the old list while another is on its way: then no page is turned. */
function followPage(key: string, { busy, go }: Explorer): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`a[data-key='${key}']`);
  if (link === null || busy) return false;
  go(link.pathname + link.search);
  return true;
}

/** Its button shows only after a while. */
function cancel({ busy, stop }: Explorer): boolean {
  if (busy) stop();
  return busy || press("[data-key='cancel']");
}

function focusOn(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
  return element !== null;
}

/** Once what the key opened is drawn. */
function focusSoon(): boolean {
  requestAnimationFrame(() => void focusFacets());
  return true;
}

function press(selector: string): boolean {
  const element = document.querySelector<HTMLElement>(selector);
  element?.click();
  return element !== null;
}

function currentRow(): Element | null {
  return document.activeElement?.closest("tr[data-row]") ?? null;
}

function inRow(): boolean {
  return currentRow() !== null;
}

const OPENERS = "a[data-open], [data-burst-opener]";

/** Marks the current row; with Shift, all from the one marked last. */
function pick(shiftKey: boolean): boolean {
  const box = currentRow()?.querySelector("[data-pick] > input");
  return box?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, shiftKey })) ?? false;
}

/** Opens the page of the current event; a burst opens in place. */
function openPage({ view }: Explorer): boolean {
  const opener = currentRow()?.querySelector<HTMLElement>(OPENERS);
  const id = opener?.dataset["open"];
  if (id !== undefined) window.location.assign(withTz(eventHref(id), view.tz));
  else opener?.click();
  return opener !== undefined && opener !== null;
}

/** To the next row; with the panel open, the panel goes with it. */
function step(by: 1 | -1, { view, show }: Explorer): boolean {
  const links = [...document.querySelectorAll<HTMLElement>(OPENERS)];
  const here = currentRow() ?? document.querySelector("tr[data-row][aria-current]");
  const index = links.findIndex((link) => here?.contains(link));
  const link = index < 0 ? links[by === 1 ? 0 : links.length - 1] : links[index + by];
  if (link === undefined) return links.length > 0;
  link.focus({ preventScroll: true });
  link.closest("tr")?.scrollIntoView({ block: "nearest" });
  const id = link.dataset["open"];
  if (view.event !== null && id !== undefined) show(viewHref({ ...view, event: id }), "replace");
  return true;
}

function stepValue(by: 1 | -1): boolean {
  const row = currentRow();
  if (row === null) return false;
  // Columns that have given way cannot take the focus, and would stop the keys before them.
  const values = [...row.querySelectorAll<HTMLElement>("a, [data-burst-opener]")].filter((value) =>
    value.checkVisibility({ visibilityProperty: true }),
  );
  const index = values.findIndex((value) => value.matches(":focus"));
  values[index + by]?.focus();
  return true;
}

/** Closes the panel; the list stays where it was, and the focus goes back to the row that was open. */
export function closePanel({ view, show }: Explorer): boolean {
  if (view.event === null) return false;
  const id = view.event;
  show(viewHref({ ...view, event: null }), "push");
  document.querySelector<HTMLElement>(`a[data-open="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  return true;
}
