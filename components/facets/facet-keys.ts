import type { KeyboardEvent } from "react";

/*
 * The keys of the pane. Headings and values are its stops ([data-stop]); a value's row holds the links that the
 * keys press ([data-act]).
 */

const ACTS: Readonly<Record<string, string>> = { "-": "exclude", o: "only" };

/** Runs a key that was pressed inside the pane; false where it means nothing here. */
export function runFacetKey(event: KeyboardEvent<HTMLElement>): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return false;
  const { target, currentTarget: pane, key } = event;
  if (target instanceof HTMLInputElement) return key === "ArrowDown" && step(pane, target, 1);
  if (key === "ArrowDown" || key === "j") return step(pane, target, 1);
  if (key === "ArrowUp" || key === "k") return step(pane, target, -1);
  const act = ACTS[key];
  if (act === undefined) return false;
  const link = target.closest("li")?.querySelector<HTMLElement>(`[data-act="${act}"]`);
  link?.click();
  return link !== null && link !== undefined;
}

/** To the next stop, in the order of the page. */
function step(pane: HTMLElement, from: HTMLElement, by: 1 | -1): boolean {
  const stops = [...pane.querySelectorAll<HTMLElement>("[data-stop]")];
  const here = stops.findIndex((stop) => stop === from || stop.parentElement?.contains(from) === true);
  const after = stops.findIndex((stop) => (from.compareDocumentPosition(stop) & 4) !== 0);
  const next = here >= 0 ? stops[here + by] : stops[by === 1 ? after : after - 1];
  next?.focus();
  return stops.length > 0;
}

/** Puts the focus on the pane, on its first heading. False where the pane is not in sight. */
export function focusFacets(): boolean {
  const pane = document.getElementById("facets");
  const stop = pane?.querySelector<HTMLElement>("[data-stop]");
  if (stop === null || stop === undefined || stop.offsetParent === null) return false;
  stop.focus();
  return true;
}
