import { readLocalZone } from "#app/read-zone.ts";
import { unknownColumns } from "#components/event/columns.ts";
import { zoneOf } from "#components/event/view.ts";
import { listKey } from "#components/explorer/list-key.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { type Cursor, decodeCursor, fingerprint } from "#lib/search/cursor.ts";
import type { Problem, Search } from "#lib/search/search.ts";
import type { UrlParameters } from "#lib/search/view-parameters.ts";
import { parseView, toSearch, type View } from "#lib/search/view-url.ts";

/** What one request of the explorer asks, read once from the address. */
export type Asked = {
  readonly view: View;
  readonly search: Search;
  /** Of the search and its order: page markers of another search are refused by it. */
  readonly fingerprint: string;
  readonly cursor: Cursor | null;
  readonly problems: readonly Problem[];
  /**
   * False where the query or the time cannot be read: then nothing is searched, since it would answer another
   * question.
   */
  readonly isReadable: boolean;
  readonly now: number;
  readonly zone: Zone;
  readonly localZone: Zone;
  /** Of the list that is asked for (`listKey`). */
  readonly key: string;
};

/** Reads the address. The clock is read here and nowhere after, so all parts of the page mean the same "now". */
export async function ask(parameters: UrlParameters): Promise<Asked> {
  const now = Date.now();
  const { view, problems } = parseView(parameters, now);
  const { search, problems: unread } = toSearch(view, now);
  const localZone = await readLocalZone();
  const mark = fingerprint(view);
  const cursor = view.cursor === null ? null : decodeCursor(view.cursor, mark);
  const isMarker = cursor !== null && !("problem" in cursor);
  return {
    view,
    search,
    fingerprint: mark,
    cursor: isMarker ? cursor : null,
    problems: [
      ...problems,
      ...unknownColumns(view.columns).map(toProblem),
      ...(cursor !== null && "problem" in cursor ? [cursor.problem] : []),
    ],
    isReadable: unread.length === 0,
    now,
    zone: zoneOf(view.tz, localZone),
    localZone,
    key: listKey(view),
  };
}

function toProblem(column: string): Problem {
  return { parameter: "cols", message: `There is no column ${column}.`, position: null };
}
