/** The queries that were run last in this browser, newest first. They never leave it. */

const PLACE = "waymark.queries";
const MOST = 20;
/** A query that is longer than this is a pasted list: no use in a history. */
const LONGEST = 1_000;

/** Newest first; none where the browser keeps nothing. */
export function readHistory(): readonly string[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(PLACE) ?? "[]");
    return Array.isArray(stored) ? stored.filter((one) => typeof one === "string").slice(0, MOST) : [];
  } catch {
    // Storage may be forbidden or hold what somebody else wrote: then there is no history.
    return [];
  }
}

/** Puts a query at the head of the history. */
export function remember(q: string): void {
  const text = q.trim();
  if (text === "" || text.length > LONGEST) return;
  write([text, ...readHistory().filter((one) => one !== text)]);
}

/** Takes a query out of the history. */
export function forget(q: string): void {
  write(readHistory().filter((one) => one !== q));
}

function write(queries: readonly string[]): void {
  try {
    window.localStorage.setItem(PLACE, JSON.stringify(queries.slice(0, MOST)));
  } catch {
    // Full or forbidden: the search itself does not depend on it.
  }
}
