import * as z from "zod";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { Term } from "#lib/db/terms/dictionary.ts";

/** The dictionary, as the reader sees it: ids in, values out. What an id means never changes: no expiry is needed. */
export type TermReader = {
  /** The path and value of each of these ids. Ids that are no dictionary terms (hashes, 0) are left out. */
  valuesOf(on: Queryable, ids: Iterable<number>): Promise<ReadonlyMap<number, Term>>;
};

/** Terms in each of the two generations of the cache. */
const CACHED_TERMS = 100_000;
/** Only short values are kept: they are the ones that pages repeat. */
const LONGEST_CACHED = 300;

const Row = z.object({ id: z.int(), path: z.string(), value: z.string() });

export function createTermReader(): TermReader {
  let young = new Map<number, Term>();
  let old = new Map<number, Term>();

  function remember(id: number, term: Term): void {
    if (term.value.length > LONGEST_CACHED) return;
    if (young.size >= CACHED_TERMS) {
      old = young;
      young = new Map();
    }
    young.set(id, term);
  }

  return {
    async valuesOf(on, ids) {
      const result = new Map<number, Term>();
      const missing: number[] = [];
      for (const id of new Set(ids)) {
        if (id <= 0) continue;
        const term = young.get(id) ?? old.get(id);
        if (term === undefined) missing.push(id);
        else {
          result.set(id, term);
          remember(id, term);
        }
      }
      if (missing.length === 0) return result;
      const found = await rows(
        on,
        Row,
        sql`select t.id, p.name as path, t.value from term t join path p on p.id = t.path_id
            where t.id = any(${missing}::int[])`,
      );
      for (const { id, path, value } of found) {
        result.set(id, { path, value });
        remember(id, { path, value });
      }
      return result;
    },
  };
}
