import * as z from "zod";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";

/** An index entry has a size limit, and keys of a record may be as long as their author likes. */
const LONGEST_PATH = 500;

const PathRow = z.object({ id: z.int(), name: z.string() });

/** A path as the dictionary knows it: cut where it is too long to be indexed. */
export function indexedPath(path: string): string {
  return path.length > LONGEST_PATH ? path.slice(0, LONGEST_PATH) : path;
}

/** The ids of these paths; those that are new get one. Names must have passed through indexedPath. */
export async function ensurePathIds(on: Queryable, names: readonly string[]): Promise<Map<string, number>> {
  const ids = await findPathIds(on, names);
  const missing = names.filter((name) => !ids.has(name)).sort();
  if (missing.length > 0) {
    await rows(
      on,
      PathRow,
      sql`insert into path (name) select unnest(${missing}::text[]) on conflict (name) do nothing returning id, name`,
    );
    for (const [name, id] of await findPathIds(on, missing)) ids.set(name, id);
  }
  return ids;
}

/** The ids of these paths, of those that are known. */
export async function findPathIds(on: Queryable, names: readonly string[]): Promise<Map<string, number>> {
  const found = await rows(on, PathRow, sql`select id, name from path where name = any(${names}::text[])`);
  return new Map(found.map((row) => [row.name, row.id]));
}
