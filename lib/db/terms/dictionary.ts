import type pg from "pg";
import * as z from "zod";
import { rows, type Sql, sql } from "#lib/db/sql/raw.ts";
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

type Missing = { readonly path: string; readonly value: string; readonly gaps: Gap[] };

const VALUES_PER_STATEMENT = 4_000;

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
        if (id === undefined || id === 0)
          throw new Error(`The dictionary gave no id for a value of ${term.path}`);
        cache.set(term.path, term.value, id);
        for (const gap of term.gaps) gap.block.numbers[gap.place] = id;
      });
    }
  }

  return {
    idOf: cache.get,
    async fill(gaps) {
      const missing = new Map<string, Map<string, Missing>>();
      for (const gap of gaps) {
        const id = cache.get(gap.path, gap.value);
        if (id === undefined) noteMissing(missing, gap);
        else gap.block.numbers[gap.place] = id;
      }
      if (missing.size > 0) await learn([...missing.values()].flatMap((values) => [...values.values()]));
    },
  };
}

function noteMissing(missing: Map<string, Map<string, Missing>>, gap: Gap): void {
  const { path, value } = gap;
  let values = missing.get(path);
  if (values === undefined) {
    values = new Map();
    missing.set(path, values);
  }
  const known = values.get(value);
  if (known === undefined) values.set(value, { path, value, gaps: [gap] });
  else known.gaps.push(gap);
}

type NewTerm = { readonly pathId: number; readonly value: string };
type HashedTerm = NewTerm & { readonly hash: string };

/**
 * The ids of these terms, in their order; new ones are written. Writing first and asking for the rest is one
 * statement where all are new, as in a backfill; ids that a conflict leaves unused are not missed.
 */
async function ensureTermIds(pool: pg.Pool, terms: readonly NewTerm[]): Promise<readonly number[]> {
  const hashed = terms.map((term, place) => ({ ...term, place, hash: termHash(term.value) }));
  // Written in one order by everyone: two loaders that meet the same new words can wait, but never for each other.
  hashed.sort((a, b) => a.pathId - b.pathId || (a.hash < b.hash ? -1 : 1));
  const ids = await insertTerms(pool, hashed);
  const known = hashed.filter((_, index) => ids[index] === 0);
  const found = known.length === 0 ? [] : await findTermIds(pool, known);
  const result: number[] = new Array(terms.length).fill(0);
  let next = 0;
  hashed.forEach(({ place }, index) => {
    const id = ids[index] || found[next++];
    result[place] = id ?? 0;
  });
  return result;
}

/** The ids that these new terms got, in their order; 0 for those that were there before. */
function insertTerms(pool: pg.Pool, terms: readonly HashedTerm[]): Promise<readonly number[]> {
  const folded = terms.map(({ value }) => {
    const lower = foldCase(value);
    return lower === value ? null : lower;
  });
  return idList(
    pool,
    sql`with given as materialized (
          select * from unnest(${numbers(terms.map((term) => term.pathId))}::int[], ${uuids(terms)}::uuid[],
            ${terms.map((term) => term.value)}::text[], ${folded}::text[], ${terms.map(({ value }) => addressOf(value))}::inet[])
            with ordinality as given (path_id, hash, value, folded, ip, place)
        ), made as (
          insert into term (path_id, hash, value, folded, ip) select path_id, hash, value, folded, ip from given
          on conflict (path_id, hash) do nothing returning id, path_id, hash
        )
        select string_agg(coalesce(made.id, 0)::text, ',' order by place) as ids from given left join made using (path_id, hash)`,
  );
}

/** The ids of these terms, in their order; 0 for one that is not there. */
function findTermIds(pool: pg.Pool, terms: readonly HashedTerm[]): Promise<readonly number[]> {
  return idList(
    pool,
    sql`select string_agg(coalesce(t.id, 0)::text, ',' order by place) as ids
        from unnest(${numbers(terms.map((term) => term.pathId))}::int[], ${uuids(terms)}::uuid[])
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

/** As PostgreSQL writes arrays; the driver would quote and escape every one. */
function numbers(values: readonly number[]): string {
  return `{${values.join(",")}}`;
}

function uuids(terms: readonly HashedTerm[]): string {
  return `{${terms.map(({ hash }) => hash).join(",")}}`;
}

/** The value where it is an address; one written as IPv4 inside IPv6 is the IPv4 address, as for lib/search. */
function addressOf(value: string): string | null {
  const address = parseAddress(value);
  return address === null ? null : formatAddress(address);
}
