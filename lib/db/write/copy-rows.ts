import { once } from "node:events";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { toDatabaseFailure } from "#lib/db/sql/raw.ts";
import { CopyWriter } from "#lib/db/write/copy-writer.ts";

const COPIES = {
  event:
    "copy event (event_time, event_id, account, region, name, service, actor, role, session, ip, agent, error, kind, flags, block, ordinal, resources, terms) from stdin (format binary)",
  raw_block: "copy raw_block (id, block_time, source_id, key, positions, data) from stdin (format binary)",
  activity_delta:
    "copy activity_delta (field, start, term, write_success, read_success, write_denied, read_denied, write_failed, read_failed) from stdin (format binary)",
} as const;

/**
 * Writers that nobody uses: they have grown to the size of a batch, and growing anew each time would cost more than
 * writing.
 */
const idle: CopyWriter[] = [];

/** Copies the rows that `write` writes into one of the big tables; nothing is sent where it writes none. */
export async function copyRows(
  client: pg.PoolClient,
  table: keyof typeof COPIES,
  write: (writer: CopyWriter) => void,
): Promise<void> {
  const writer = idle.pop() ?? new CopyWriter();
  write(writer);
  if (!writer.isEmpty) await send(client, COPIES[table], writer.finish());
  // After an error it is forgotten: what is still on its way may lie in it.
  writer.clear();
  if (writer.size <= LARGEST_IDLE) idle.push(writer);
}

async function send(client: pg.PoolClient, statement: string, data: Buffer): Promise<void> {
  const stream = client.query(copyFrom(statement));
  const finished = once(stream, "finish");
  stream.end(data);
  try {
    await finished;
  } catch (error) {
    throw toDatabaseFailure(error);
  }
}

/** Bytes. One that a large object blew up is given back to the machine. */
const LARGEST_IDLE = 8 * 1024 ** 2;
