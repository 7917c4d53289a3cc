import { resolve } from "node:path";
import type { IngestRequest } from "#bin/commands/ingest-arguments.ts";
import { usageFailure } from "#bin/commands/read-arguments.ts";
import type { Database } from "#lib/db/database.ts";
import type { NewSource } from "#lib/db/sources/ensure-source.ts";
import { findSourceByName } from "#lib/db/sources/find-source.ts";
import type { S3SourceSettings, Source } from "#lib/db/sources/source.ts";
import { BucketInput, bucketSettings } from "#lib/ingest/bucket-input.ts";
import { baseFolder } from "#lib/ingest/file-tree.ts";
import { LookupInput, lookupSettings, lookupSourceName } from "#lib/ingest/lookup-input.ts";

/** The source that an ingest is about, as it is to be, and as it is; and whether to list everything. */
export type PlannedSource = {
  readonly wanted: NewSource;
  readonly known: Source | null;
  readonly full: boolean;
};

type BucketRequest = Extract<IngestRequest, { kind: "s3" }>;
type LookupRequest = Extract<IngestRequest, { kind: "lookup" }>;

/** @throws Failure: bad-request for a setting that cannot be; not-found, access-denied for a path */
export async function planSource(db: Database, request: IngestRequest): Promise<PlannedSource> {
  switch (request.kind) {
    case "files":
      return planFiles(db, request.paths);
    case "lookup":
      return planLookup(db, request);
    case "s3":
      return planBucket(db, request);
  }
}

/**
 * Files are keyed from the deepest folder that holds them all, and the source bears that folder's name: one name
 * never means two files. They are listed whole each time, since files of any age may be put beside the others.
 */
async function planFiles(db: Database, paths: readonly string[]): Promise<PlannedSource> {
  const name = `files:${await baseFolder(paths)}`;
  const settings = { kind: "files", paths: paths.map((path) => resolve(path)).toSorted() } as const;
  const known = await findSourceByName(db, name);
  return { wanted: { name, settings, syncEveryMinutes: null }, known, full: true };
}

/** What is not said stays as the source has it, its schedule too: it may have been added on the pages. */
async function planBucket(db: Database, { url, options, full }: BucketRequest): Promise<PlannedSource> {
  const { name } = bucketSettings(checked({ bucket: url }));
  const known = await findSourceByName(db, name);
  const before = known?.settings.kind === "s3" ? known.settings : null;
  const syncEveryMinutes = known?.syncEveryMinutes ?? null;
  const { bucket: _, prefix: __, kind: ___, ...kept } = before ?? NOTHING;
  const input = checked({ ...kept, ...options, bucket: url, syncEveryMinutes });
  const { settings } = bucketSettings(input);
  refuseOtherServer(name, before, settings);
  return { wanted: { name, settings, syncEveryMinutes }, known, full };
}

/** The credentials name the source; what else is not said stays as it is. */
async function planLookup(db: Database, { options, full }: LookupRequest): Promise<PlannedSource> {
  const { profile = null, roleArn = null, externalId = null } = options;
  const name = lookupSourceName(checkedLookup({ regions: "all", profile, roleArn, externalId }));
  const known = await findSourceByName(db, name);
  const { kind: _, ...kept } = known?.settings.kind === "lookup" ? known.settings : { kind: "lookup" };
  const syncEveryMinutes = known?.syncEveryMinutes ?? null;
  const input = checkedLookup({ regions: [], ...kept, ...options, syncEveryMinutes });
  return { wanted: { ...lookupSettings(input), syncEveryMinutes }, known, full };
}

function checkedLookup(input: Readonly<Record<string, unknown>>): LookupInput {
  const result = LookupInput.safeParse(input);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  if (issue?.path[0] !== "regions") throw usageFailure(issue?.message ?? "That cannot be looked up.");
  throw usageFailure(
    Array.isArray(input["regions"]) && input["regions"].length === 0
      ? "Say which regions: --region us-east-1 --region eu-west-1, or --all-regions."
      : issue.message,
  );
}

const NOTHING = { bucket: "", prefix: "", kind: "s3" } as const;

function checked(input: Readonly<Record<string, unknown>>): BucketInput {
  const result = BucketInput.safeParse(input);
  if (!result.success) throw usageFailure(result.error.issues[0]?.message ?? "That is no bucket.");
  return result.data;
}

/** The ledger is by key: what was loaded from one server would count as there already on the other. */
function refuseOtherServer(name: string, before: S3SourceSettings | null, after: S3SourceSettings): void {
  if (before === null || before.endpoint === after.endpoint) return;
  throw usageFailure(
    `${name} is a source already, ${before.endpoint === null ? "at AWS" : `at ${before.endpoint}`}: one name cannot stand for two servers.`,
  );
}
