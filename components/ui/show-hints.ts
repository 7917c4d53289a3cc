import { FLOATING_ID } from "./floating.ts";
import { formatAgo, formatInstant } from "./format-time.ts";
import { visibleText } from "./visible-text.ts";

const DELAY_MS = 350;
const GAP_PX = 6;

/**
 * Shows the hover texts of the page in this element until the signal. `first`: what was pointed at, or got the focus,
 * before this was there.
 */
export function showHints(layer: HTMLElement, first: Event, signal: AbortSignal): void {
  let owner: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const putAway = () => {
    clearTimeout(timer);
    if (owner?.getAttribute("aria-describedby") === layer.id) owner.removeAttribute("aria-describedby");
    layer.hidden = true;
  };
  const hide = () => {
    putAway();
    owner = null;
  };
  const show = (target: HTMLElement, delay: number) => {
    if (target === owner) return;
    hide();
    owner = target;
    timer = setTimeout(() => {
      if (!target.isConnected || isPlain(target) || isBehind(target)) return;
      layer.textContent = textOf(target);
      layer.hidden = false;
      if (!target.hasAttribute("aria-describedby")) target.setAttribute("aria-describedby", layer.id);
      place(layer, target.getBoundingClientRect());
    }, delay);
  };

  const over = (event: Event) => {
    const target = hinted(event.target);
    if (target === null) hide();
    else show(target, DELAY_MS);
  };
  const focus = (event: Event) => {
    const target = hinted(event.target);
    if (target?.matches(":focus-visible")) show(target, 0);
  };
  // Escape puts the text away, and so does a key that may open something in its place.
  const key = (event: KeyboardEvent) => {
    if (event.key === "Escape") hide();
    else putAway();
  };

  const options = { signal, passive: true };
  document.addEventListener("pointerover", over, options);
  // After a click the text stays away until another thing is pointed at: what the click opened is there now.
  document.addEventListener("pointerdown", putAway, options);
  document.addEventListener("focusin", focus, options);
  document.addEventListener("focusout", hide, options);
  document.addEventListener("keydown", key, options);
  document.addEventListener("scroll", hide, { ...options, capture: true });
  signal.addEventListener("abort", hide, { once: true });
  if (first.type === "focusin") focus(first);
  else over(first);
}

function hinted(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element
    ? target.closest<HTMLElement>("[data-hint],[data-value],[data-hint-time]")
    : null;
}

/** True where the text, which has no note under it, says nothing that is not on screen already, whole. */
function isPlain(target: HTMLElement): boolean {
  if (hintOf(target) !== target.textContent || target.dataset["hintNote"] !== undefined) return false;
  const places = [target, target.parentElement, target.closest("td")];
  return places.every((place) => place === null || place.scrollWidth <= place.clientWidth || isInline(place));
}

/** True while a menu or popover is open and this is not in it: the text would lie over what was asked for. */
function isBehind(target: HTMLElement): boolean {
  const open = document.querySelector(`#${FLOATING_ID} [data-state="open"]`);
  return open !== null && !open.contains(target);
}

function isInline(place: HTMLElement): boolean {
  return place.clientWidth === 0;
}

function hintOf({ dataset }: HTMLElement): string | undefined {
  return dataset["hint"] ?? dataset["value"];
}

function textOf(target: HTMLElement): string {
  const at = Number(target.dataset["hintTime"]);
  if (target.dataset["hintTime"] === undefined || Number.isNaN(at)) {
    const note = target.dataset["hintNote"];
    const text = visibleText(hintOf(target) ?? "");
    return note === undefined ? text : `${text}\n${visibleText(note)}`;
  }
  const local = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = local === "UTC" ? ["UTC"] : ["UTC", local];
  return [...zones.map((zone) => formatInstant(at, zone)), formatAgo(at, Date.now())].join("\n");
}

/** Under the target if there is room, else over it; never out of the window. */
function place(layer: HTMLElement, target: DOMRect): void {
  const { width, height } = layer.getBoundingClientRect();
  const below = target.bottom + GAP_PX;
  const top = below + height > window.innerHeight ? target.top - GAP_PX - height : below;
  const left = Math.min(target.left, window.innerWidth - width - GAP_PX);
  layer.style.top = `${Math.max(GAP_PX, top)}px`;
  layer.style.left = `${Math.max(GAP_PX, left)}px`;
}
