import type pg from "pg";
import type * as z from "zod";
import { stopLate, tooSlow } from "#lib/db/sql/stop-late.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";
import { requestSignal } from "#lib/server/request-signal.ts";
import { Prisma } from "#prisma/generated/client.ts";

/**
 * The single door to SQL of our own. Statements are composed from `sql` fragments, so that every value travels
 * as a parameter; rows are parsed with a schema before anything else sees them.
 */
export type Sql = Prisma.Sql;
export type Queryable = pg.Pool | pg.PoolClient;

export const { sql, join, empty, raw: trustedText } = Prisma;

/** Runs one statement and parses each row. */
export async function rows<Schema extends z.ZodType>(
  on: Queryable,
  schema: Schema,
  statement: Sql,
): Promise<z.infer<Schema>[]> {
  const result = await run(on, statement);
  return result.rows.map((row) => schema.parse(row));
}

/** Runs one statement that answers no rows of interest; gives the number of rows it changed. */
export async function execute(on: Queryable, statement: Sql): Promise<number> {
  return (await run(on, statement)).rowCount ?? 0;
}

async function run(on: Queryable, statement: Sql): Promise<pg.QueryResult> {
  try {
    return await on.query(statement.text, statement.values);
  } catch (error) {
    throw toDatabaseFailure(error);
  }
}

/** Runs `work` in a transaction on one connection: all of it, or nothing. */
export function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return toItsEnd(pool, async (client) => {
    await client.query("begin");
    return work(client);
  });
}

/** Ends the transaction that `work` begins: as it should, or as if nothing had happened. */
async function toItsEnd<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await connect(pool);
  try {
    const result = await work(client);
    await client.query("commit");
    client.release();
    return result;
  } catch (error) {
    // A connection whose rollback fails is of no more use: the pool throws it away.
    const broken = await client.query("rollback").then(
      () => undefined,
      (rollbackError: Error) => rollbackError,
    );
    // Where the connection is gone, that is what happened, whatever the statement or the stream over it called it.
    const lost = broken === undefined ? null : toDatabaseFailure(broken);
    const failure = isFailure(lost, "database-unreachable") ? lost : toDatabaseFailure(error);
    client.release(broken ?? wasStopped(failure));
    throw failure;
  }
}

/** The word to stop may still be on its way to such a connection: nobody else may have it. */
function wasStopped(error: unknown): boolean {
  return isFailure(error, "query-timeout") || isFailure(error, "cancelled");
}

/**
 * Runs read-only `work`. If it takes longer than `timeout` milliseconds in all it is stopped: Failure
 * "query-timeout". If the request that it works for is given up meanwhile it is stopped too: Failure "cancelled".
 * `settings`: more words that the transaction begins with.
 */
export async function inReadTransaction<T>(
  pool: pg.Pool,
  timeout: number,
  work: (client: pg.PoolClient) => Promise<T>,
  settings: readonly string[] = [],
): Promise<T> {
  // In one message: each of its own would be waited for.
  const begin = ["begin read only", `set local statement_timeout = ${Math.trunc(timeout)}`, ...settings];
  for (let attempt = 1; ; attempt++) {
    try {
      return await toItsEnd(pool, (client) =>
        stopLate(client, pool, { timeout, signal: requestSignal() }, async () => {
          await client.query(begin.join("; "));
          return work(client);
        }),
      );
    } catch (error) {
      if (attempt >= READ_TRIES || !isTableGone(error)) throw error;
    }
  }
}

const READ_TRIES = 3;

/**
 * True where retention removed a month between the look at which there are and the look into it: by now it is not
 * among them.
 */
export function isTableGone(error: unknown): boolean {
  return (
    error instanceof Error &&
    "code" in error &&
    (error.code === "42P01" || (error.code === "XX000" && /could not open relation/.test(error.message)))
  );
}

/**
 * Runs `work` in the client's transaction with plans that read whole tables left out. The planner guesses how many
 * rows hold one of many words, guesses far too many, and would read the table where the index of terms is right; or,
 * asked for some of them only, walk another index. What is left are bitmaps, and those are what the index of terms
 * gives.
 */
export async function withoutTableScans<T>(client: pg.PoolClient, work: () => Promise<T>): Promise<T> {
  await client.query("set local enable_seqscan = off; set local enable_indexscan = off");
  const result = await work();
  await client.query("set local enable_seqscan = on; set local enable_indexscan = on");
  return result;
}

/** A connection of the pool; Failure "database-unreachable" where none can be had. */
export async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw toDatabaseFailure(error);
  }
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
  // As Prisma calls them.
  "P1001",
  "P1002",
  "P1008",
  "P1017",
]);

/** PostgreSQL's own code of an error that came through Prisma. */
function codeBehind(cause: unknown): string {
  return cause !== null && typeof cause === "object" && "originalCode" in cause
    ? String(cause.originalCode)
    : "";
}

/** Translates what a person can act on; leaves everything else as it is. */
export function toDatabaseFailure(error: unknown): unknown {
  if (isFailure(error) || !(error instanceof Error)) return error;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "57014") return tooSlow(error);
  if (
    UNREACHABLE.has(code) ||
    UNREACHABLE.has(codeBehind(error.cause)) ||
    /Connection terminated|is not queryable|timeout exceeded when trying to connect/.test(error.message)
  ) {
    return new Failure("database-unreachable", "The database does not answer.", {
      remedy: "Check that it runs; Waymark tries again by itself.",
      cause: error,
    });
  }
  return error;
}
