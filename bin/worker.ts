// The background worker, started by the launcher beside the web server. Any number may run, on any machines: jobs over
// files are left to those that have them.
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { openDatabase } from "#lib/db/database.ts";
import { work } from "#lib/ingest/work.ts";
import { log } from "#lib/server/log.ts";
import { VERSION } from "#lib/server/version.ts";

/** Two jobs, each with a lock and two loads on their way, and a few for everything else. */
const CONNECTIONS = 12;

const ending = new AbortController();
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, () => ending.abort());

const url = process.env["DATABASE_URL"];
if (!url) {
  process.stderr.write("DATABASE_URL is not set: the worker is started by npm start.\n");
  process.exit(1);
}
const db = openDatabase(url, CONNECTIONS);
const identity = { id: randomUUID(), host: hostname(), pid: process.pid, version: VERSION };
log().info(identity, "Worker begins");
await work(db, identity, log(), ending.signal);
await db.close();
log().info("Worker ends");
process.exit(0);
