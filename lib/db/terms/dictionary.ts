import type pg from "pg";
import * as z from "zod";
import { int4Array, textArray, uuidArray } from "#lib/db/sql/binary-array.ts";
import { rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import { ensurePathIds, indexedPath } from "#lib/db/terms/path-ids.ts";
import { createTermCache } from "#lib/db/terms/term-cache.ts";
import { termDigits } from "#lib/db/terms/term-hash.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import { formatAddress, parseAddress } from "#lib/search/ip-range.ts";

/**
 * The dictionary, as the loader sees it: values in, ids out. New values are written in statements of their own,
 * before the rows that use them: an id that no row uses yet is harmless, whereas holding new words in a long
 * transaction would make every other loader that meets the same word wait for it (docs/adr/0002).
 */
export type Term = { readonly path: string; readonly value: string };

/** A place among the numbers of a block whose term was not known when they were made. */
export type Gap = {
  readonly block: { readonly numbers: Int32Array };
  readonly place: number;
  readonly path: string;
  readonly value: string;
};

export type Dictionary = {
  /** The id of a term that was met not long ago; undefined where the database has to be asked. */
  idOf(path: string, value: string): number | undefined;
  /** Puts the ids of their terms into these places; terms that are new are written. */
  fill(gaps: readonly Gap[]): Promise<void>;
};

const WORDS_PER_STATEMENT = 4_000;

/** Real trails have some thousands; a hostile one has as many as it likes. */
const PATHS_REMEMBERED = 50_000;

export function createDictionary(pool: pg.Pool): Dictionary {
  const cache = createTermCache();
  const pathIds = new Map<string, number>();

  async function learnPaths(paths: readonly string[]): Promise<void> {
    if (pathIds.size > PATHS_REMEMBERED) pathIds.clear();
    const names = new Set(paths.filter((path) => !pathIds.has(path)));
    if (names.size === 0) return;
    const ids = await ensurePathIds(pool, [...new Set([...names].map(indexedPath))]);
    for (const name of names) {
      const id = ids.get(indexedPath(name));
      if (id !== undefined) pathIds.set(name, id);
    }
  }

  /** The ids of these words, in their order. */
  async function learn({ paths, values }: Words): Promise<Int32Array> {
    await learnPaths(paths);
    const ids = new Int32Array(values.length);
    for (let start = 0; start < values.length; start += WORDS_PER_STATEMENT) {
      const end = start + WORDS_PER_STATEMENT;
      const part: number[] = [];
      for (const path of paths.slice(start, end)) part.push(pathIds.get(path) ?? 0);
      await ensureTermIds(pool, part, values.slice(start, end), ids.subarray(start, end));
    }
    for (let index = 0; index < ids.length; index++) {
      const path = paths[index] ?? "";
      const id = ids[index] ?? 0;
      if (id === 0) throw new Error(`The dictionary gave no id for a value of ${path}`);
      cache.set(path, values[index] ?? "", id);
    }
    return ids;
  }

  return {
    idOf: cache.get,
    async fill(gaps) {
      const words = new Words();
      const wordOf = new Int32Array(gaps.length);
      // Counted by hand, here and below: an iterator would make a pair for each of thousands.
      let index = 0;
      for (const { block, place, path, value } of gaps) {
        const id = cache.get(path, value);
        if (id === undefined) wordOf[index] = words.note(path, value);
        else {
          block.numbers[place] = id;
          wordOf[index] = -1;
        }
        index += 1;
      }
      if (words.values.length === 0) return;
      const ids = await learn(words);
      index = 0;
      for (const { block, place } of gaps) {
        const word = wordOf[index] ?? -1;
        if (word >= 0) block.numbers[place] = ids[word] ?? 0;
        index += 1;
      }
    },
  };
}

/**
 * Distinct words as columns, in the order in which they were noted: thousands wait for the database at a time, and an
 * object each would be copied by the collector.
 */
class Words {
  readonly paths: string[] = [];
  readonly values: string[] = [];
  readonly #places = new Map<string, Map<string, number>>();

  /** Gives the word's place among the words. */
  note(path: string, value: string): number {
    let known = this.#places.get(path);
    if (known === undefined) {
      known = new Map();
      this.#places.set(path, known);
    }
    let place = known.get(value);
    if (place === undefined) {
      place = this.values.length;
      known.set(value, place);
      this.paths.push(path);
      this.values.push(value);
    }
    return place;
  }
}

/**
 * Puts the ids of these words into `ids`, in their order; new words are written. Writing first and asking for the rest
 * is one statement where all are new, as in a backfill; ids that a conflict leaves unused are not missed.
 */
async function ensureTermIds(
  pool: pg.Pool,
  pathIds: readonly number[],
  values: readonly string[],
  ids: Int32Array,
): Promise<void> {
  const hashes = values.map(digitsOf);
  // Written in one order by everyone: two loaders that meet the same new words can wait, but never for each other.
  const order = inOrder(pathIds, hashes);
  const made = await insertTerms(pool, picked(pathIds, order), picked(hashes, order), picked(values, order));
  const known: number[] = [];
  let place = 0;
  for (const index of order) {
    const id = made[place++] ?? 0;
    ids[index] = id;
    if (id === 0) known.push(index);
  }
  if (known.length === 0) return;
  const found = await findTermIds(pool, picked(pathIds, known), picked(hashes, known));
  place = 0;
  for (const index of known) ids[index] = found[place++] ?? 0;
}

/** As termDigits, for a list's `map`. */
function digitsOf(value: string): string {
  return termDigits(value);
}

/** The places of words by path and hash. */
function inOrder(pathIds: readonly number[], hashes: readonly string[]): readonly number[] {
  const order: number[] = [];
  for (let place = 0; place < hashes.length; place++) order.push(place);
  return order.sort((a, b) => {
    const byPath = (pathIds[a] ?? 0) - (pathIds[b] ?? 0);
    return byPath !== 0 ? byPath : (hashes[a] ?? "") < (hashes[b] ?? "") ? -1 : 1;
  });
}

/** The values at these places. */
function picked<T>(list: readonly T[], places: readonly number[]): T[] {
  const result: T[] = [];
  for (const place of places) {
    const value = list[place];
    if (value !== undefined) result.push(value);
  }
  return result;
}

/** The ids that these new words got, in their order; 0 for those that were there before. */
function insertTerms(
  pool: pg.Pool,
  pathIds: readonly number[],
  hashes: readonly string[],
  values: readonly string[],
): Promise<readonly number[]> {
  return idList(
    pool,
    sql`with given as materialized (
          select * from unnest(${int4Array(pathIds)}::int[], ${uuidArray(hashes)}::uuid[],
            ${textArray(values)}::text[], ${textArray(values.map(foldedOf))}::text[], ${textArray(values.map(addressOf))}::text[])
            with ordinality as given (path_id, hash, value, folded, ip, place)
        ), made as (
          insert into term (path_id, hash, value, folded, ip) select path_id, hash, value, folded, ip::inet from given
          on conflict (path_id, hash) do nothing returning id, path_id, hash
        )
        select string_agg(coalesce(made.id, 0)::text, ',' order by place) as ids from given left join made using (path_id, hash)`,
  );
}

/** The ids of these words, in their order; 0 for one that is not there. */
function findTermIds(
  pool: pg.Pool,
  pathIds: readonly number[],
  hashes: readonly string[],
): Promise<readonly number[]> {
  return idList(
    pool,
    sql`select string_agg(coalesce(t.id, 0)::text, ',' order by place) as ids
        from unnest(${int4Array(pathIds)}::int[], ${uuidArray(hashes)}::uuid[])
          with ordinality as wanted (path_id, hash, place)
        left join lateral (
          select id from term where path_id = wanted.path_id and hash = wanted.hash limit 1
        ) t on true`,
  );
}

const IdListRow = z.object({ ids: z.string().nullable() });

/** Thousands of ids are one text: a row each would take longer to read than to find. */
async function idList(pool: pg.Pool, statement: Sql): Promise<readonly number[]> {
  const [row] = await rows(pool, IdListRow, statement);
  return row?.ids?.split(",").map(Number) ?? [];
}

/** The value in lower case; null where it is so already. */
function foldedOf(value: string): string | null {
  const lower = foldCase(value);
  return lower === value ? null : lower;
}

/** The value where it is an address; one written as IPv4 inside IPv6 is the IPv4 address, as for lib/search. */
function addressOf(value: string): string | null {
  const address = parseAddress(value);
  return address === null ? null : formatAddress(address);
}
