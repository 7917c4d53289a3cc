import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { Failure } from "#lib/server/failure.ts";

// The Prisma adapter drops the zone of timestamps, so every connection must speak UTC.
const SESSION_OPTIONS = "-c TimeZone=UTC";

const STARTING_UP = "57P03";

/**
 * One connection, for work outside the pool (migrating, administration). Waits up to `patienceMs` for a server
 * that says that it is still starting.
 * @throws Failure: "database-unreachable" (nothing answers), "database-refused" (it answers, and says no)
 */
export async function connect(url: string, patienceMs = 30_000): Promise<pg.Client> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const client = new pg.Client({
      connectionString: url,
      options: SESSION_OPTIONS,
      connectionTimeoutMillis: 10_000,
      application_name: "waymark",
    });
    // A connection that breaks between two queries must not end the process; the next query reports it.
    client.on("error", () => {});
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (errorCode(error) !== STARTING_UP || performance.now() > deadline) {
        throw connectionFailure(error, url);
      }
      await sleep(200);
    }
  }
}

/** Says in one sentence why a connection to `url` failed: host, port and user, never the password. */
function connectionFailure(error: unknown, url: string): Failure {
  const { user, database, place } = describeAddress(url);
  const refused = (message: string) => new Failure("database-refused", message, { cause: error });
  switch (errorCode(error)) {
    case "28P01":
    case "28000":
      return refused(
        `The database at ${place} refused the user "${user}": check user and password in DATABASE_URL.`,
      );
    case "3D000":
      return refused(`The server at ${place} has no database "${database}": create it first.`);
    case "42501":
      return refused(`The user "${user}" may not connect to the database "${database}" at ${place}.`);
    case "53300":
      return refused(`The database at ${place} has no connection to spare (max_connections is reached).`);
    default:
      return new Failure(
        "database-unreachable",
        `The database at ${place} does not answer (${reason(error)}).`,
        {
          cause: error,
          remedy: "Check DATABASE_URL, and that the server runs and accepts connections from here.",
        },
      );
  }
}

/** The user, database and `host:port` of a PostgreSQL address. */
export function describeAddress(url: string): {
  readonly user: string;
  readonly database: string;
  readonly place: string;
} {
  const { username, hostname, port, pathname, searchParams } = new URL(url);
  const user = decodeURIComponent(username);
  const host = hostname || searchParams.get("host") || "localhost";
  return {
    user,
    database: decodeURIComponent(pathname.slice(1)) || user,
    place: `${host}:${port || "5432"}`,
  };
}

function reason(error: unknown): string {
  // Node tries every address of a name and wraps what each answered.
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return errorCode(first) ?? (first instanceof Error ? first.message : String(first));
}

function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
