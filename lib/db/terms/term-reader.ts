import * as z from "zod";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { Term } from "#lib/db/terms/dictionary.ts";
import { SHAPE_PATH } from "#lib/db/terms/shape-paths.ts";

/** The dictionary, as the reader sees it: ids in, values out. What an id means never changes: no expiry is needed. */
export type TermReader = {
  /**
   * The path and value of each of these ids. Ids that are no dictionary terms (hashes, 0) are left out, and so are
   * the shapes of records: they are ten times as long as other values, and nothing that is shown of an event.
   */
  valuesOf(on: Queryable, ids: Iterable<number>): Promise<ReadonlyMap<number, Term>>;
};

/** Terms in each of the two generations of the cache. */
const CACHED_TERMS = 100_000;
/** Only short values are kept: they are the ones that pages repeat. */
const LONGEST_CACHED = 300;

const Row = z.object({ id: z.int(), path: z.string(), value: z.string().nullable() });

export function createTermReader(): TermReader {
  // null: of a shape.
  let young = new Map<number, Term | null>();
  let old = new Map<number, Term | null>();

  function remember(id: number, term: Term | null): void {
    if (term !== null && term.value.length > LONGEST_CACHED) return;
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
        let term = young.get(id);
        if (term === undefined) {
          term = old.get(id);
          if (term === undefined) {
            missing.push(id);
            continue;
          }
          remember(id, term);
        }
        if (term !== null) result.set(id, term);
      }
      if (missing.length === 0) return result;
      const found = await rows(
        on,
        Row,
        sql`select t.id, p.name as path, case when p.name <> ${SHAPE_PATH} then t.value end as value
            from term t join path p on p.id = t.path_id where t.id = any(${missing}::int[])`,
      );
      for (const { id, path, value } of found) {
        const term = value === null ? null : { path, value };
        if (term !== null) result.set(id, term);
        remember(id, term);
      }
      return result;
    },
  };
}
