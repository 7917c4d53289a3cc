import * as z from "zod";
import type { JobView, SourceView } from "#components/source/source-view.ts";
import type { RefusedRecord } from "#lib/db/ledger/list-refused.ts";
import type { UnloadedGroup } from "#lib/db/ledger/summarize-unloaded.ts";
import { SourceSettings } from "#lib/db/sources/source.ts";
import type { ConnectionReport } from "#lib/ingest/test-connection.ts";
import type { LookupReport } from "#lib/ingest/test-lookup.ts";

/** The answers about sources and jobs. Tests hold real answers against them; the types hold them against the code. */

const text = z.string();
const orNull = text.nullable();
const time = z.iso.datetime();
const timeOrNull = time.nullable();
const dayOrNull = z.iso.date().nullable();
const count = z.int().min(0);

const PROGRESS = z
  .strictObject({
    objectsSeen: count.describe("In the end: loaded + already + skipped + failed."),
    objectsLoaded: count,
    objectsAlready: count.describe("Loaded by an earlier run."),
    objectsSkipped: count,
    objectsFailed: count,
    records: count,
    events: count,
    duplicates: count,
    refused: count,
    bytes: count.describe("As stored, compressed."),
  })
  .meta({ id: "JobProgress" });

export const JobSchema: z.ZodType<JobView> = z
  .strictObject({
    id: z.uuid(),
    sourceId: z.uuid(),
    kind: z
      .enum(["sync", "retention", "removal"])
      .describe(
        "`sync` loads, `retention` removes what is older than the source keeps, `removal` the source.",
      ),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    phase: z.enum(["waiting", "discovering", "loading", "finished"]),
    trigger: z.enum(["person", "schedule", "command"]),
    full: z.boolean().describe("True: everything is listed again, not only what may be new."),
    cancelRequested: z.boolean(),
    createdAt: time,
    startedAt: timeOrNull,
    finishedAt: timeOrNull,
    progress: PROGRESS,
    removed: z.strictObject({ events: count, bytes: count.describe("Of the disk.") }),
    error: z.strictObject({ code: text, message: text, remedy: orNull }).nullable(),
  })
  .meta({ id: "Job" });

const source = z.strictObject({
  id: z.uuid(),
  name: text.describe("Unique, and what an event's `origin` says."),
  kind: z.enum(["s3", "files", "sample", "lookup"]),
  syncEveryMinutes: count.nullable(),
  nextSyncAt: timeOrNull,
  createdAt: time,
  keepDays: count.nullable().describe("Events are kept for so many days at least; null: for ever."),
  keptFrom: dayOrNull.describe("The first day that is kept now; null: all are."),
  fullCheckEveryDays: count.nullable().describe("Days between full checks by schedule."),
  isRemoved: z.boolean().describe("On its way out, with all that it brought."),
  accounts: count,
  regions: count,
  firstDay: dayOrNull.describe("The first day that was loaded."),
  lastDay: dayOrNull,
  daysOf: z
    .enum(["delivery", "events", "both"])
    .describe(
      "What these days are of: `delivery`, as keys name it; the `events`, where LookupEvents was asked or the names of files tell no day; or `both`.",
    ),
  lastObjectAt: timeOrNull,
  lagSeconds: count.nullable().describe("How far the newest loaded object lies behind now."),
  objectsLoaded: count,
  objectsSkipped: count,
  objectsFailed: count,
  events: count,
  records: count,
  duplicates: count,
  refused: count,
  bytes: count,
  removedEvents: count.describe("Loaded once, and removed since."),
  wasListed: z
    .boolean()
    .describe(
      "False where no run ever came as far as an object, or to its end: the figures are not known then.",
    ),
  job: JobSchema.nullable().describe("The newest that loads."),
  upkeep: JobSchema.nullable().describe("The one that removes something now."),
});

export const SourceSchema: z.ZodType<SourceView> = source.meta({ id: "Source" });

const UnloadedGroupSchema: z.ZodType<UnloadedGroup> = z.strictObject({
  state: z.enum(["skipped", "failed"]),
  code: text,
  reason: text,
  remedy: orNull,
  objects: count,
  example: text,
});

const RefusedRecordSchema: z.ZodType<RefusedRecord> = z.strictObject({
  key: text.describe("Of the log object that holds it."),
  ordinal: count.describe("Its place in that object, from 0."),
  code: text.describe("Why, for programs."),
  message: text.describe("Why, for people."),
  record: orNull.describe(
    "The record as it was delivered, at most its first 10,000 characters; null where it was too large or too deep to keep.",
  ),
});

export const SourceDetailSchema = z
  .strictObject({
    source: source.extend({ settings: SourceSettings }),
    streams: z.array(z.looseObject({ prefix: text, account: orNull, region: orNull, watermark: orNull })),
    unloaded: z.array(UnloadedGroupSchema).describe("Why objects are not loaded, with how many."),
    objects: z.array(
      z.looseObject({ key: text, state: z.enum(["skipped", "failed"]), code: text, reason: text }),
    ),
    nextAfter: orNull.describe("`after` of the next page of objects."),
    refused: z
      .array(RefusedRecordSchema)
      .describe(
        "Records of loaded objects that could not become events; they are kept as they were delivered.",
      ),
    nextRefusedAfter: orNull.describe("`refusedAfter` of the next page of refused records."),
  })
  .meta({ id: "SourceDetail" });

/** A source as its owner set it up, and the run that was asked for. */
const added = {
  source: z.strictObject({
    id: z.uuid(),
    name: text,
    settings: SourceSettings,
    syncEveryMinutes: count.nullable(),
    keepDays: count.nullable(),
    fullCheckEveryDays: count.nullable(),
    isRemoved: z.boolean(),
    createdAt: time,
  }),
  job: JobSchema,
};

export const AddedSchema = z.strictObject(added).meta({ id: "AddedSource" });

export const UploadSchema = z
  .strictObject({
    uploadId: text,
    files: z.array(z.strictObject({ name: text, bytes: count })),
    refused: z.array(z.strictObject({ name: text, reason: text })),
    ...added,
  })
  .meta({ id: "Upload" });

export const ConnectionReportSchema: z.ZodType<ConnectionReport> = z
  .strictObject({
    name: text,
    identity: z.strictObject({ account: text, arn: text }).nullable().describe("Who AWS takes us for."),
    region: orNull,
    accounts: z.array(text),
    regions: z.array(text),
    streams: count,
    probed: count,
    strays: count,
    setAside: z.array(z.strictObject({ prefix: text, why: text })),
    limit: orNull,
    oldest: dayOrNull,
    newest: dayOrNull,
    daily: z.strictObject({ objects: z.number(), bytes: z.number() }).nullable(),
    estimates: z.array(
      z.strictObject({
        id: text,
        from: dayOrNull,
        days: z.number(),
        objects: z.number(),
        bytes: z.number(),
        seconds: z.number(),
      }),
    ),
  })
  .meta({ id: "ConnectionReport" });

export const LookupReportSchema: z.ZodType<LookupReport> = z
  .strictObject({
    name: text,
    identity: z.strictObject({ account: text, arn: text }).nullable().describe("Who AWS takes us for."),
    account: orNull.describe("Whose events these are."),
    answered: z.array(z.strictObject({ region: text, newest: timeOrNull.describe("Of its newest event.") })),
    notEnabled: z.array(text),
    closed: z.array(z.strictObject({ region: text, message: text, remedy: orNull })),
    missing: orNull.describe("What the choice of regions leaves out."),
  })
  .meta({ id: "LookupReport" });
