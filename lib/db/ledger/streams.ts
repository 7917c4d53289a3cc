import type { Database } from "#lib/db/database.ts";

/** One account × region × folder of a source, and the last key up to which everything in it is settled. */
export type StoredStream = {
  readonly prefix: string;
  readonly account: string | null;
  readonly region: string | null;
  readonly organization: string | null;
  readonly folder: string;
  readonly watermark: string | null;
};

/** The streams of a source by their prefix. */
export async function readStreams(
  db: Database,
  sourceId: string,
): Promise<ReadonlyMap<string, StoredStream>> {
  const rows = await db.prisma.logStream.findMany({ where: { sourceId } });
  return new Map(rows.map((row) => [row.prefix, row]));
}

/** Keeps a stream. */
export async function saveStream(db: Database, sourceId: string, stream: StoredStream): Promise<void> {
  const { prefix, ...rest } = stream;
  const listedAt = new Date();
  await db.prisma.logStream.upsert({
    where: { sourceId_prefix: { sourceId, prefix } },
    create: { sourceId, prefix, ...rest, listedAt },
    update: { ...rest, listedAt },
  });
}
