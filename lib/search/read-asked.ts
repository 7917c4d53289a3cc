import { type Cursor, decodeCursor, fingerprint } from "#lib/search/cursor.ts";
import type { Problem, Search } from "#lib/search/search.ts";
import type { UrlParameters } from "#lib/search/view-parameters.ts";
import { parseView, toSearch, type View } from "#lib/search/view-url.ts";

/** What an address asks of the events. */
export type AskedSearch = {
  readonly view: View;
  readonly search: Search;
  /** Of the search and its order: page markers of another search are refused by it. */
  readonly fingerprint: string;
  /** null: the first page. */
  readonly cursor: Cursor | null;
  readonly problems: readonly Problem[];
  /** False where the query or the time cannot be read: then nothing is searched, since it would answer another question. */
  readonly isReadable: boolean;
};

/** Reads an address. `now`: milliseconds since 1970, to which relative times are related. */
export function readAsked(parameters: UrlParameters, now: number): AskedSearch {
  const { view, problems } = parseView(parameters, now);
  const { search, problems: unread } = toSearch(view, now);
  const mark = fingerprint(view);
  const cursor = view.cursor === null ? null : decodeCursor(view.cursor, mark);
  const isRefused = cursor !== null && "problem" in cursor;
  return {
    view,
    search,
    fingerprint: mark,
    cursor: isRefused ? null : cursor,
    problems: isRefused ? [...problems, cursor.problem] : problems,
    isReadable: unread.length === 0,
  };
}
