import { type Cursor, decodeCursor, fingerprint } from "#lib/search/cursor.ts";
import type { Problem, Search } from "#lib/search/search.ts";
import { parseView, toSearch, type View } from "#lib/search/view-url.ts";
import { Failure } from "#lib/server/failure.ts";
import { problemResponse } from "#lib/server/http.ts";

/** What a request's parameters ask for. */
export type Asked = {
  readonly view: View;
  readonly search: Search;
  readonly fingerprint: string;
  readonly cursor: Cursor | null;
};

/**
 * Reads the parameters that every route over events shares (q, from, to, limit, order, cursor). A query that
 * cannot be read is answered with what is wrong and where, never with an empty list.
 */
export function readSearch(request: Request): Asked | Response {
  const url = new URL(request.url);
  const now = Date.now();
  const { view, problems } = parseView(url.searchParams, now);
  const mark = fingerprint(view);
  const cursor = view.cursor === null ? null : decodeCursor(view.cursor, mark);
  const all: readonly Problem[] =
    cursor !== null && "problem" in cursor ? [...problems, cursor.problem] : problems;
  const [first] = all;
  if (first !== undefined) {
    return problemResponse(new Failure("bad-query", first.message), url.pathname, all);
  }
  return {
    view,
    search: toSearch(view, now).search,
    fingerprint: mark,
    cursor: cursor as Cursor | null,
  };
}
