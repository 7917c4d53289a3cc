import type pg from "pg";
import * as z from "zod";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { ensurePathIds, indexedPath } from "#lib/db/terms/path-ids.ts";
import { createTermCache } from "#lib/db/terms/term-cache.ts";
import { termHash } from "#lib/db/terms/term-hash.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import { formatAddress, parseAddress } from "#lib/search/ip-range.ts";

/**
 * The dictionary, as the loader sees it: values in, ids out. New values are written in statements of their own,
 * before the rows that use them: an id that no row uses yet is harmless, whereas holding new words in a long
 * transaction would make every other loader that meets the same word wait for it (docs/adr/0002).
 */
export type Term = { readonly path: string; readonly value: string };

export type Dictionary = {
  /** For each list of terms the list of their ids, in the same order. */
  idsOf(lists: readonly (readonly Term[])[]): Promise<Int32Array[]>;
};

type Missing = { readonly path: string; readonly value: string; readonly places: [Int32Array, number][] };

const VALUES_PER_STATEMENT = 4_000;

const TermRow = z.object({ id: z.int(), path_id: z.int(), hash: z.string() });

export function createDictionary(pool: pg.Pool): Dictionary {
  const cache = createTermCache();
  const pathIds = new Map<string, number>();

  async function learnPaths(missing: readonly Missing[]): Promise<void> {
    const names = new Set(missing.map((term) => term.path).filter((path) => !pathIds.has(path)));
    if (names.size === 0) return;
    const ids = await ensurePathIds(pool, [...new Set([...names].map(indexedPath))]);
    for (const name of names) {
      const id = ids.get(indexedPath(name));
      if (id !== undefined) pathIds.set(name, id);
    }
  }

  async function learn(missing: readonly Missing[]): Promise<void> {
    await learnPaths(missing);
    for (let start = 0; start < missing.length; start += VALUES_PER_STATEMENT) {
      const part = missing.slice(start, start + VALUES_PER_STATEMENT);
      const ids = await ensureTermIds(
        pool,
        part.map((term) => ({ pathId: pathIds.get(term.path) ?? 0, value: term.value })),
      );
      part.forEach((term, index) => {
        const id = ids[index];
        if (id === undefined) throw new Error(`The dictionary gave no id for a value of ${term.path}`);
        cache.set(term.path, term.value, id);
        for (const [list, place] of term.places) list[place] = id;
      });
    }
  }

  return {
    async idsOf(lists) {
      const missing = new Map<string, Map<string, Missing>>();
      const result = lists.map((terms) => {
        const ids = new Int32Array(terms.length);
        terms.forEach(({ path, value }, place) => {
          const id = cache.get(path, value);
          if (id === undefined) noteMissing(missing, path, value, [ids, place]);
          else ids[place] = id;
        });
        return ids;
      });
      if (missing.size > 0) await learn([...missing.values()].flatMap((values) => [...values.values()]));
      return result;
    },
  };
}

function noteMissing(
  missing: Map<string, Map<string, Missing>>,
  path: string,
  value: string,
  place: [Int32Array, number],
): void {
  let values = missing.get(path);
  if (values === undefined) {
    values = new Map();
    missing.set(path, values);
  }
  const known = values.get(value);
  if (known === undefined) values.set(value, { path, value, places: [place] });
  else known.places.push(place);
}

type NewTerm = { readonly pathId: number; readonly value: string };

/** The ids of these terms, in their order; new ones are written. */
async function ensureTermIds(pool: pg.Pool, terms: readonly NewTerm[]): Promise<(number | undefined)[]> {
  const hashes = terms.map((term) => termHash(term.value));
  const identities = terms.map((term, index) => `${term.pathId} ${hashes[index]}`);
  const ids = new Map<string, number>();

  const look = async (indices: readonly number[]) => {
    const found = await rows(
      pool,
      TermRow,
      sql`select t.id, t.path_id, t.hash::text
          from unnest(${indices.map((index) => terms[index]?.pathId)}::int[], ${indices.map((index) => hashes[index])}::uuid[]) as wanted (path_id, hash)
          join term t using (path_id, hash)`,
    );
    for (const row of found) ids.set(`${row.path_id} ${row.hash}`, row.id);
  };
  const unknown = () => identities.flatMap((identity, index) => (ids.has(identity) ? [] : [index]));

  await look(terms.map((_, index) => index));
  const absent = unknown();
  if (absent.length > 0) {
    await insertTerms(
      pool,
      absent.map((index) => ({ ...terms[index], hash: hashes[index] })) as InsertedTerm[],
    );
    await look(absent);
  }
  return identities.map((identity) => ids.get(identity));
}

type InsertedTerm = NewTerm & { readonly hash: string };

/** Written in one order by everyone: two loaders that meet the same new words can wait, but never for each other. */
async function insertTerms(pool: pg.Pool, terms: InsertedTerm[]): Promise<void> {
  const ordered = terms.toSorted((a, b) => a.pathId - b.pathId || (a.hash < b.hash ? -1 : 1));
  const folded = ordered.map(({ value }) => {
    const lower = foldCase(value);
    return lower === value ? null : lower;
  });
  await rows(
    pool,
    z.object({}),
    sql`insert into term (path_id, hash, value, folded, ip)
        select * from unnest(${ordered.map((term) => term.pathId)}::int[], ${ordered.map((term) => term.hash)}::uuid[],
          ${ordered.map((term) => term.value)}::text[], ${folded}::text[], ${ordered.map(({ value }) => addressOf(value))}::inet[])
        on conflict (path_id, hash) do nothing`,
  );
}

/** The value where it is an address; one written as IPv4 inside IPv6 is the IPv4 address, as for lib/search. */
function addressOf(value: string): string | null {
  const address = parseAddress(value);
  return address === null ? null : formatAddress(address);
}
