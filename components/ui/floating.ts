/**
 * Where menus and popovers are drawn: inside the page's main landmark, so that readers find them there. Null before
 * the page is in a browser; nothing floats then.
 */
export const FLOATING_ID = "floating";

export function floatingPlace(): HTMLElement | null {
  return typeof document === "undefined" ? null : document.getElementById(FLOATING_ID);
}
