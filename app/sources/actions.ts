"use server";

import { refresh, revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import * as z from "zod";
import { tryBucket } from "#app/sources/new/try-bucket.ts";
import { tryLookup } from "#app/sources/new/try-lookup.ts";
import type { BucketAttempt } from "#components/source/bucket-attempt.ts";
import type { LookupAttempt } from "#components/source/lookup-attempt.ts";
import { asRoute } from "#components/ui/route.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { database } from "#lib/db/database.ts";
import { cancelJob } from "#lib/db/jobs/cancel-job.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { MOST_DAYS } from "#lib/db/retention/kept-from.ts";
import { removeSource, setRetention } from "#lib/db/retention/request-upkeep.ts";
import { findSource } from "#lib/db/sources/find-source.ts";
import { setFullCheck, setSchedule } from "#lib/db/sources/set-schedule.ts";
import { addSampleSource } from "#lib/ingest/add-source.ts";
import { isFailure } from "#lib/server/failure.ts";

/**
 * What the forms of the pages do. Next refuses them to other sites' pages; what they are sent is checked here as
 * if a stranger had written it.
 */

/** Tests a bucket, or adds it and goes to its page. */
export async function submitBucket(_before: BucketAttempt, form: FormData): Promise<BucketAttempt> {
  const outcome = await tryBucket(database(), form, Date.now(), new AbortController().signal);
  if (outcome.kind === "added") go(`/sources/${outcome.sourceId}`, form);
  return outcome;
}

/** Asks the regions, or adds the source of LookupEvents and goes to its page. */
export async function submitLookup(_before: LookupAttempt, form: FormData): Promise<LookupAttempt> {
  const outcome = await tryLookup(database(), form, Date.now(), new AbortController().signal);
  if (outcome.kind === "added") go(`/sources/${outcome.sourceId}`, form);
  return outcome;
}

/** Adds the sample trail; the start page shows how it loads and then opens its events. */
export async function exploreSample(form: FormData): Promise<void> {
  await addSampleSource(database());
  go("/?then=events", form);
}

const Id = z.uuid();

/** Asks for a run over `source`; with `full`, over everything again. */
export async function syncSource(form: FormData): Promise<void> {
  const id = Id.safeParse(form.get("source"));
  if (id.success && (await findSource(database(), id.data)) !== null) {
    const full = form.get("full") === "true";
    await requestSync(database(), { sourceId: id.data, trigger: "person", full });
  }
  refresh();
}

/** Asks the run `job` to stop. */
export async function cancelRun(form: FormData): Promise<void> {
  const id = Id.safeParse(form.get("job"));
  if (id.success) await cancelJob(database(), id.data);
  refresh();
}

const Days = z.coerce.number().int().min(1).max(MOST_DAYS);

/** Sets how long the events of `source` are kept: `days`, or for ever where that is empty. */
export async function changeRetention(form: FormData): Promise<void> {
  const id = Id.safeParse(form.get("source"));
  const days = chosenNumber(form, "days", Days);
  if (!id.success || days === undefined) return refresh();
  try {
    await setRetention(database(), id.data, days, Date.now());
  } catch (error) {
    if (!isFailure(error, "conflict")) throw error;
    go(`/sources/${id.data}?problem=loading#settings`, form);
  }
  // The page is the one that the form stands on: without this the redirect would show it as it was.
  revalidatePath(`/sources/${id.data}`);
  go(`/sources/${id.data}#settings`, form);
}

/** Sets after how many `days` a sync of `source` checks everything again; never by itself where that is empty. */
export async function changeFullCheck(form: FormData): Promise<void> {
  const id = Id.safeParse(form.get("source"));
  const days = chosenNumber(form, "days", Days);
  if (id.success && days !== undefined) await setFullCheck(database(), id.data, days);
  refresh();
}

/** Removes `source` and all that it brought, in the background. */
export async function removeWholeSource(form: FormData): Promise<void> {
  const id = Id.safeParse(form.get("source"));
  if (id.success) await removeSource(database(), id.data);
  go("/sources", form);
}

const Minutes = z.coerce.number().int().min(1).max(10_080);

/** Sets how often `source` is synced: `minutes`, or never by itself where that is empty. */
export async function changeSchedule(form: FormData): Promise<void> {
  const id = Id.safeParse(form.get("source"));
  const minutes = chosenNumber(form, "minutes", Minutes);
  if (id.success && minutes !== undefined) await setSchedule(database(), id.data, minutes);
  refresh();
}

/** The number chosen in a field: null where that is none, undefined where it cannot be read. */
function chosenNumber(form: FormData, name: string, schema: z.ZodType<number>): number | null | undefined {
  const text = form.get(name);
  return text === "" ? null : schema.safeParse(text).data;
}

/** To another page, in the zone that the form was sent in (TzInput). */
function go(href: string, form: FormData): never {
  const tz = form.get("tz");
  redirect(asRoute(withTz(href, typeof tz === "string" ? tz : "")));
}
