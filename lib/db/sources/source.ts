import * as z from "zod";

/** Where logs come from, as it is kept in the database. */

export const S3Settings = z.object({
  kind: z.literal("s3"),
  bucket: z.string().min(1),
  prefix: z.string(),
  region: z.string().nullable(),
  /** For S3-compatible servers; null for AWS. */
  endpoint: z.string().nullable(),
  pathStyle: z.boolean(),
  profile: z.string().nullable(),
  roleArn: z.string().nullable(),
  externalId: z.string().nullable(),
  /** Days of delivery, `YYYY-MM-DD`, both included; null: without that bound. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  /** Objects that a look at the bucket promised for the first run; only for showing how far it is. */
  expectedObjects: z.int().optional(),
});

/** Files on this machine: what was uploaded, or named on the command line. */
const FilesSettings = z.object({ kind: z.literal("files"), paths: z.array(z.string()) });

const SampleSettings = z.object({
  kind: z.literal("sample"),
  seed: z.int(),
  events: z.int(),
  days: z.int(),
  /** Milliseconds since 1970 UTC. */
  end: z.int(),
});

/** CloudTrail's LookupEvents, where no trail exists. */
export const LookupSettings = z.object({
  kind: z.literal("lookup"),
  /** Names, or all of the partition. */
  regions: z.union([z.literal("all"), z.array(z.string()).min(1)]),
  /** Of another server; null for AWS. */
  endpoint: z.string().nullable(),
  profile: z.string().nullable(),
  roleArn: z.string().nullable(),
  externalId: z.string().nullable(),
  /** Days of events, `YYYY-MM-DD`, both included; null: from 90 days ago, to now. */
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
});

export const SourceSettings = z.discriminatedUnion("kind", [
  S3Settings,
  FilesSettings,
  SampleSettings,
  LookupSettings,
]);
export type SourceSettings = z.infer<typeof SourceSettings>;
export type S3SourceSettings = z.infer<typeof S3Settings>;
export type LookupSourceSettings = z.infer<typeof LookupSettings>;

export type Source = {
  readonly id: string;
  /** Unique, and what an event's `origin` says: `s3://bucket/prefix`, `lookup://default`, `uploads`, `sample`. */
  readonly name: string;
  readonly settings: SourceSettings;
  readonly syncEveryMinutes: number | null;
  /** Events are kept for so many days at least; null: for ever. */
  readonly keepDays: number | null;
  /** Days between full checks by schedule; null: only when asked. */
  readonly fullCheckEveryDays: number | null;
  /** True: it loads nothing any more, and all that it brought is on its way out. */
  readonly isRemoved: boolean;
  readonly createdAt: Date;
};

type SourceRow = {
  readonly id: string;
  readonly name: string;
  readonly settings: unknown;
  readonly syncEveryMinutes: number | null;
  readonly keepDays: number | null;
  readonly fullCheckEveryDays: number | null;
  readonly removingAt: Date | null;
  readonly createdAt: Date;
};

/** A row of the table as a Source; throws where the settings are not what this program wrote. */
export function toSource(row: SourceRow): Source {
  return {
    id: row.id,
    name: row.name,
    settings: SourceSettings.parse(row.settings),
    syncEveryMinutes: row.syncEveryMinutes,
    keepDays: row.keepDays,
    fullCheckEveryDays: row.fullCheckEveryDays,
    isRemoved: row.removingAt !== null,
    createdAt: row.createdAt,
  };
}
