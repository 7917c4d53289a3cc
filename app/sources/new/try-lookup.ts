import { checkInput } from "#app/api/read-body.ts";
import { LOOKUP_RANGES, type LookupAttempt, type LookupValues } from "#components/source/lookup-attempt.ts";
import { lookupPolicy } from "#lib/aws/iam-policy.ts";
import type { Database } from "#lib/db/database.ts";
import { addLookupSource } from "#lib/ingest/add-source.ts";
import { firstDay } from "#lib/ingest/estimate.ts";
import { LookupInput } from "#lib/ingest/lookup-input.ts";
import { testLookup } from "#lib/ingest/test-lookup.ts";
import { isFailure } from "#lib/server/failure.ts";

/** What came of the form: something to show, or the source that was added. */
export type LookupOutcome = LookupAttempt | { readonly kind: "added"; readonly sourceId: string };

/**
 * Carries out what the form for LookupEvents asks: `intent` test or start. `now`: milliseconds since 1970, from which
 * the days of the range are counted.
 */
export async function tryLookup(
  db: Database,
  form: FormData,
  now: number,
  signal: AbortSignal,
): Promise<LookupOutcome> {
  const values = readValues(form);
  const days = LOOKUP_RANGES.find(({ id }) => id === values.range)?.days ?? null;
  const checked = checkInput(LookupInput, { ...values, from: days === null ? null : firstDay(days, now) });
  if ("problems" in checked) {
    const problems = checked.problems.map(({ parameter, message }) => [parameter, message]);
    return { kind: "wrong", values, problems: Object.fromEntries(problems) };
  }
  const policy = lookupPolicy();
  try {
    if (form.get("intent") === "start") {
      const { source } = await addLookupSource(db, checked.data);
      return { kind: "added", sourceId: source.id };
    }
    return { kind: "found", values, policy, report: await testLookup(checked.data, signal) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { kind: "failed", values, policy, message: error.message, remedy: error.remedy };
  }
}

function readValues(form: FormData): LookupValues {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.trim() : "";
  };
  return {
    regions: text("regions"),
    endpoint: text("endpoint"),
    profile: text("profile"),
    roleArn: text("roleArn"),
    externalId: text("externalId"),
    range: form.has("range") ? text("range") : "all",
    syncEveryMinutes: form.has("syncEveryMinutes") ? text("syncEveryMinutes") : "15",
  };
}
