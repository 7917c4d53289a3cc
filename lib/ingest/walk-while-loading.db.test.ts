import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { execute, inReadTransaction, sql } from "#lib/db/sql/raw.ts";
import { type LoadedDatabase, loadedDatabase } from "#lib/ingest/testing/loaded-database.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

const END = Date.UTC(2026, 10, 28);
const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: END });

let loaded: LoadedDatabase;
let db: Database;

beforeAll(async () => {
  loaded = await loadedDatabase(TRAIL);
  ({ db } = loaded);
});
afterAll(() => loaded.drop());

/** Newer than everything that is there. */
function loadMore(count: number): Promise<number> {
  return execute(
    db.pool,
    sql`insert into event select to_timestamp(${END / 1000}::float8) + interval '1 hour', gen_random_uuid(), e.account, e.region,
          e.name, e.service, e.actor, e.role, e.session, e.ip, e.agent, e.error, e.kind, e.flags, e.block, e.ordinal,
          e.resources, e.terms
        from event e order by e.event_time limit ${count}`,
  );
}

/** The client, with something that happens once before the first statement that `test` finds. */
function interrupted(client: pg.PoolClient, test: RegExp, happen: () => Promise<unknown>): pg.PoolClient {
  let isOver = false;
  return new Proxy(client, {
    get(target, name) {
      if (name !== "query") return Reflect.get(target, name);
      return async (text: string, values: unknown[]) => {
        if (!isOver && test.test(text)) {
          isOver = true;
          await happen();
        }
        return target.query(text, values);
      };
    },
  });
}

it("finds no event twice where others are loaded between the walk and the look at its end", async () => {
  const { where } = parseQuery("-is:write -service:kms -service:sts -service:ec2");
  const find = (change: (client: pg.PoolClient) => pg.PoolClient) =>
    inReadTransaction(db.pool, 10_000, async (client) =>
      findRows(change(client), {
        predicate: await resolveSearch(client, where),
        range: { from: null, to: null },
        direction: "newest-first",
        after: null,
        limit: 1_500,
      }),
    );
  const before = await find((client) => client);
  expect(before).toHaveLength(1_500);
  let loaded = 0;
  const found = await find((client) =>
    interrupted(client, /offset/, async () => {
      loaded = await loadMore(400);
    }),
  );
  expect(loaded).toBe(400);
  expect(found.map(({ uuid }) => uuid)).toEqual(before.map(({ uuid }) => uuid));
});
