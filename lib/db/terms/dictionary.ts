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

/** A place in a list of ids whose term was not known when the list was made. */
export type Gap = {
  readonly ids: number[];
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
        for (const gap of term.gaps) gap.ids[gap.place] = id;
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
        else gap.ids[gap.place] = id;
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

/**
 * The ids of these terms, in their order; new ones are written. Writing first and asking for the rest is one
 * statement where all are new, as in a backfill; ids that a conflict leaves unused are not missed.
 */
async function ensureTermIds(pool: pg.Pool, terms: readonly NewTerm[]): Promise<(number | undefined)[]> {
  const hashed = terms.map((term) => ({ ...term, hash: termHash(term.value) }));
  const ids = new Map<string, number>();
  const note = (found: readonly z.infer<typeof TermRow>[]) => {
    for (const row of found) ids.set(identityOf(row.path_id, row.hash), row.id);
  };
  note(await insertTerms(pool, hashed));
  const others = hashed.filter((term) => !ids.has(identityOf(term.pathId, term.hash)));
  if (others.length > 0) note(await findTermIds(pool, others));
  return hashed.map((term) => ids.get(identityOf(term.pathId, term.hash)));
}

type HashedTerm = NewTerm & { readonly hash: string };
type FoundTerm = z.infer<typeof TermRow>;

function identityOf(pathId: number, hash: string): string {
  return `${pathId} ${hash}`;
}

/** Written in one order by everyone: two loaders that meet the same new words can wait, but never for each other. */
function insertTerms(pool: pg.Pool, terms: readonly HashedTerm[]): Promise<FoundTerm[]> {
  const ordered = terms.toSorted((a, b) => a.pathId - b.pathId || (a.hash < b.hash ? -1 : 1));
  const folded = ordered.map(({ value }) => {
    const lower = foldCase(value);
    return lower === value ? null : lower;
  });
  return rows(
    pool,
    TermRow,
    sql`insert into term (path_id, hash, value, folded, ip)
        select * from unnest(${ordered.map((term) => term.pathId)}::int[], ${ordered.map((term) => term.hash)}::uuid[],
          ${ordered.map((term) => term.value)}::text[], ${folded}::text[], ${ordered.map(({ value }) => addressOf(value))}::inet[])
        on conflict (path_id, hash) do nothing returning id, path_id, hash::text`,
  );
}

function findTermIds(pool: pg.Pool, terms: readonly HashedTerm[]): Promise<FoundTerm[]> {
  return rows(
    pool,
    TermRow,
    sql`select t.id, t.path_id, t.hash::text
        from unnest(${terms.map((term) => term.pathId)}::int[], ${terms.map((term) => term.hash)}::uuid[])
          as wanted (path_id, hash)
        cross join lateral (
          select id, path_id, hash from term where path_id = wanted.path_id and hash = wanted.hash limit 1
        ) t`,
  );
}

/** The value where it is an address; one written as IPv4 inside IPv6 is the IPv4 address, as for lib/search. */
function addressOf(value: string): string | null {
  const address = parseAddress(value);
  return address === null ? null : formatAddress(address);
}
