import { chosenIn, type Outcome, textIn, trySource } from "#app/sources/new/try-source.ts";
import { LOOKUP_RANGES, type LookedUp, type LookupValues } from "#components/source/lookup-attempt.ts";
import { lookupPolicy } from "#lib/aws/iam-policy.ts";
import type { Database } from "#lib/db/database.ts";
import { addLookupSource } from "#lib/ingest/add-source.ts";
import { firstDay } from "#lib/ingest/estimate.ts";
import { LookupInput } from "#lib/ingest/lookup-input.ts";
import { testLookup } from "#lib/ingest/test-lookup.ts";

/**
 * Asks the regions of a form, or adds the source of LookupEvents. `now`: milliseconds since 1970, from which the days
 * of the range are counted.
 */
export function tryLookup(
  db: Database,
  form: FormData,
  now: number,
  signal: AbortSignal,
): Promise<Outcome<LookupValues, LookedUp>> {
  const values = readValues(form);
  const days = LOOKUP_RANGES.find(({ id }) => id === values.range)?.days ?? null;
  return trySource({
    form,
    values,
    schema: LookupInput,
    input: { ...values, from: days === null ? null : firstDay(days, now) },
    policyOf: lookupPolicy,
    add: (input) => addLookupSource(db, input),
    test: (input) => testLookup(input, signal),
  });
}

function readValues(form: FormData): LookupValues {
  return {
    regions: textIn(form, "regions"),
    endpoint: textIn(form, "endpoint"),
    profile: textIn(form, "profile"),
    roleArn: textIn(form, "roleArn"),
    externalId: textIn(form, "externalId"),
    range: chosenIn(form, "range", "all"),
    syncEveryMinutes: chosenIn(form, "syncEveryMinutes", "15"),
  };
}
