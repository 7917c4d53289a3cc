import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { toDatabaseFailure } from "#lib/db/sql/raw.ts";

const COPIES = {
  event:
    "copy event (event_time, event_id, account, region, name, service, actor, role, session, ip, agent, error, kind, flags, block, ordinal, resources, terms) from stdin (format binary)",
  raw_block: "copy raw_block (id, block_time, source_id, key, positions, data) from stdin (format binary)",
  activity_delta:
    "copy activity_delta (field, start, term, write_success, read_success, write_denied, read_denied, write_failed, read_failed) from stdin (format binary)",
} as const;

/** Sends a finished binary stream into one of the big tables. */
export async function copyRows(
  client: pg.PoolClient,
  table: keyof typeof COPIES,
  data: Buffer,
): Promise<void> {
  const stream = client.query(copyFrom(COPIES[table]));
  const finished = once(stream, "finish");
  stream.end(data);
  try {
    await finished;
  } catch (error) {
    throw toDatabaseFailure(error);
  }
}
