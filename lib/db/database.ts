import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { intArrays } from "#lib/db/sql/int-arrays.ts";
import { createTermReader, type TermReader } from "#lib/db/terms/term-reader.ts";
import { Failure } from "#lib/server/failure.ts";
import { PrismaClient } from "#prisma/generated/client.ts";

/**
 * The one way to the database. Prisma answers for the small tables (sources, jobs, ledger); the event tables,
 * which it cannot express (COPY, arrays, partitions), are reached through the same pool in lib/db/sql.
 */
export type Database = {
  readonly url: string;
  readonly prisma: PrismaClient;
  readonly pool: pg.Pool;
  readonly terms: TermReader;
  close(): Promise<void>;
};

// The Prisma adapter drops the zone of timestamps: any session zone but UTC would shift every time it reads.
const SESSION_OPTIONS = "-c TimeZone=UTC -c jit=off";

/** Opens a pool of at most `connections` connections. Nothing is sent until the first query. */
export function openDatabase(url: string, connections = 10): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    options: SESSION_OPTIONS,
    connectionTimeoutMillis: 30_000,
    application_name: "waymark",
    types: intArrays,
  });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on("error", () => {});
  // The same for one that breaks while it is lent out and between two queries; its borrower's next query says so.
  pool.on("connect", (client) => client.on("error", () => {}));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    url,
    prisma,
    pool,
    terms: createTermReader(),
    async close() {
      await prisma.$disconnect();
      if (!pool.ended) await pool.end();
    },
  };
}

const forProcess = globalThis as { waymarkDatabase?: Database };

/**
 * The database of this process, as DATABASE_URL names it (the launcher sets it for the embedded one too). Kept on
 * globalThis: the development server loads this module anew after every change.
 */
export function database(): Database {
  const url = process.env["DATABASE_URL"];
  if (!url) throw new Failure("bad-setting", "DATABASE_URL is not set: start Waymark with npm start.");
  forProcess.waymarkDatabase ??= openDatabase(url);
  return forProcess.waymarkDatabase;
}
