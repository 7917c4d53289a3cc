import * as z from "zod";
import { escapeLike } from "#lib/db/sql/like.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import { foldCase } from "#lib/search/fold-case.ts";

const Row = z.object({ id: z.int(), name: z.string() });

/**
 * The dictionary's paths at this one or below it, without regard to case. SQL compares ASCII letters only: names are
 * kept in the collation "C", and what `lower` does in another differs from server to server. So names with any other
 * letter, which are few, all come, and are folded here.
 */
export async function findPathsAt(
  on: Queryable,
  path: string,
): Promise<readonly { readonly id: number; readonly isBelow: boolean }[]> {
  const wanted = foldCase(path);
  const found = await rows(
    on,
    Row,
    sql`select id, name from path where lower(name) = ${wanted} or lower(name) like ${`${escapeLike(wanted)}.%`}
          or octet_length(name) <> char_length(name)`,
  );
  return found.flatMap(({ id, name }) => {
    const folded = foldCase(name);
    const isBelow = folded.startsWith(`${wanted}.`);
    return isBelow || folded === wanted ? [{ id, isBelow }] : [];
  });
}
