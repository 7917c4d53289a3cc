import { join } from "node:path";
import type { Database } from "#lib/db/database.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import { requestFreshSync, requestSync } from "#lib/db/jobs/request-sync.ts";
import { setRetention } from "#lib/db/retention/request-upkeep.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { type Source, type SourceSettings, toSource } from "#lib/db/sources/source.ts";
import { type BucketInput, bucketSettings } from "#lib/ingest/bucket-input.ts";
import { type LookupInput, lookupSettings } from "#lib/ingest/lookup-input.ts";
import { type IncomingFile, type StoredUpload, storeUpload } from "#lib/ingest/store-upload.ts";

/** A source and the run that was asked for. */
export type Added = { readonly source: Source; readonly job: Job };

/** For how many days the source keeps its events (null: for ever); absent: as it is. */
type Keeping = { readonly keepDays?: number | null | undefined };

/**
 * Adds a bucket, or changes the settings of the one that is there under the same bucket and prefix, and asks for
 * a run. Throws Failure "conflict" where a run is on and the change reaches further back.
 */
export function addBucketSource(db: Database, input: BucketInput & Keeping): Promise<Added> {
  return addSource(db, bucketSettings(input), input);
}

/** As addBucketSource, for events that are looked up. */
export function addLookupSource(db: Database, input: LookupInput & Keeping): Promise<Added> {
  return addSource(db, lookupSettings(input), input);
}

async function addSource(
  db: Database,
  { name, settings }: { readonly name: string; readonly settings: SourceSettings },
  { syncEveryMinutes, keepDays }: { readonly syncEveryMinutes: number | null } & Keeping,
): Promise<Added> {
  const source = await ensureSource(db, { name, settings, syncEveryMinutes });
  if (keepDays !== undefined) await setRetention(db, source.id, keepDays, Date.now());
  return { source, job: await requestFreshSync(db, { sourceId: source.id, trigger: "person" }) };
}

const SAMPLE_NAME = "sample";
const SAMPLE = { kind: "sample", seed: 1, events: 100_000, days: 30 } as const;
const FIVE_MINUTES = 300_000;

/**
 * Adds the sample trail, which ends at the last full five minutes before `now`, and asks for a run. A sample that
 * is there stays as it is: a second trail beside it would tell every story twice.
 */
export async function addSampleSource(db: Database, now: number = Date.now()): Promise<Added> {
  const known = await db.prisma.source.findUnique({ where: { name: SAMPLE_NAME } });
  const end = Math.floor(now / FIVE_MINUTES) * FIVE_MINUTES;
  const source =
    known === null
      ? await ensureSource(db, { name: SAMPLE_NAME, settings: { ...SAMPLE, end }, syncEveryMinutes: null })
      : toSource(known);
  return { source, job: await requestSync(db, { sourceId: source.id, trigger: "person" }) };
}

export const UPLOADS_NAME = "uploads";

export type AddedUpload = StoredUpload & Added;

/**
 * Takes uploaded files into the data folder and asks for a run over all that was ever uploaded. Throws as
 * storeUpload.
 */
export async function addUpload(
  db: Database,
  dataFolder: string,
  files: AsyncIterable<IncomingFile>,
): Promise<AddedUpload> {
  const stored = await storeUpload(dataFolder, files);
  const source = await ensureSource(db, {
    name: UPLOADS_NAME,
    settings: { kind: "files", paths: [join(dataFolder, "uploads")] },
    syncEveryMinutes: null,
  });
  const job = await requestFreshSync(db, { sourceId: source.id, trigger: "person" });
  return { ...stored, source, job };
}
