import * as z from "zod";
import { answer, type Endpoint } from "#app/api/contract/endpoint.ts";
import {
  JobsParameters,
  KeepDays,
  SourceChange,
  SyncBody,
  UnloadedParameters,
} from "#app/api/contract/source-parameters.ts";
import {
  AddedSchema,
  ConnectionReportSchema,
  JobSchema,
  LookupReportSchema,
  SourceDetailSchema,
  SourceSchema,
  UploadSchema,
} from "#app/api/contract/source-schemas.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { LookupInput } from "#lib/ingest/lookup-input.ts";

const SourceAnswer = z.strictObject({ source: SourceSchema });
const JobAnswer = z.strictObject({ job: JobSchema });

/** A bucket, or with its `kind` a source of LookupEvents. */
const SourceBody = z.union([BucketInput, LookupInput.safeExtend({ kind: z.literal("lookup") })]);

export const SOURCE_ENDPOINTS: readonly Endpoint[] = [
  {
    method: "get",
    path: "/api/sources",
    summary: "Every source with its figures and its newest job",
    answers: [answer("The sources.", z.strictObject({ sources: z.array(SourceSchema) }))],
  },
  {
    method: "post",
    path: "/api/sources",
    summary: "Add a bucket or a source of LookupEvents, or change its settings, and load it",
    body: SourceBody.and(z.object({ keepDays: KeepDays })),
    answers: [answer("The source, and the run that was asked for.", AddedSchema, 201)],
    problems: ["bad-request", "conflict"],
  },
  {
    method: "post",
    path: "/api/sources/test",
    summary: "Look into a bucket, or ask each region once; nothing is loaded or kept",
    body: SourceBody,
    answers: [
      answer(
        "What is in the bucket and how much would come, or which regions answer.",
        z.union([ConnectionReportSchema, LookupReportSchema]),
      ),
    ],
    problems: ["bad-request", "access-denied", "no-such-bucket", "no-credentials", "unreachable"],
  },
  {
    method: "get",
    path: "/api/sources/{id}",
    summary: "One source, its streams, what of it is not loaded, and which of its records were refused",
    query: UnloadedParameters,
    answers: [answer("The source.", SourceDetailSchema)],
    problems: ["bad-request", "not-found"],
  },
  {
    method: "patch",
    path: "/api/sources/{id}",
    summary: "Change a source's schedule and how long its events are kept",
    about: "What is not named stays as it is. Keeping more is refused while the source loads.",
    body: SourceChange,
    answers: [answer("The source.", SourceAnswer)],
    problems: ["bad-request", "not-found", "conflict"],
  },
  {
    method: "delete",
    path: "/api/sources/{id}",
    summary: "Remove a source and all that it brought, in the background",
    about:
      "It loads nothing from then on. Asked again, the same job is the answer; cancelling it keeps the source.",
    answers: [answer("The job that removes it.", JobAnswer, 202)],
    problems: ["not-found"],
  },
  {
    method: "post",
    path: "/api/sources/{id}/sync",
    summary: "Ask for a run; one that waits or works already is the answer",
    body: SyncBody,
    answers: [answer("The run.", JobAnswer, 202)],
    problems: ["bad-request", "not-found"],
  },
  {
    method: "post",
    path: "/api/sample",
    summary: "Add the sample trail and load it",
    answers: [answer("The source, and its run.", AddedSchema, 201)],
  },
  {
    method: "post",
    path: "/api/uploads",
    summary: "Send log files, 2 GiB in all",
    about: "Any number of parts with a file name: .json.gz, .json, .jsonl, and .zip of them.",
    multipart: true,
    answers: [answer("What was taken, and the run that loads it.", UploadSchema, 201)],
    problems: ["bad-request", "too-large"],
  },
  {
    method: "get",
    path: "/api/jobs",
    summary: "The newest runs with their progress",
    query: JobsParameters,
    answers: [answer("The runs.", z.strictObject({ jobs: z.array(JobSchema) }))],
    problems: ["bad-request"],
  },
  {
    method: "post",
    path: "/api/jobs/{id}/cancel",
    summary: "Stop a run; what it has loaded stays",
    answers: [answer("The run, asked to stop.", JobAnswer, 202)],
    problems: ["not-found", "conflict"],
  },
];
