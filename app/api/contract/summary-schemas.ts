import * as z from "zod";
import { FIELDS } from "#lib/event/fields.ts";
import type { GapsAnswer } from "#lib/search/coverage-gap.ts";
import type { FacetsAnswer, Histogram } from "#lib/search/summary.ts";

/** What the routes that count answer. */

const count = z.int().min(0);
const exact = z.boolean().describe("True where every event of the search was counted.");
const examined = count
  .nullable()
  .describe("Where not exact: only so many of the newest matching events were looked at. null where exact.");

export const FacetsSchema: z.ZodType<FacetsAnswer> = z
  .strictObject({
    facets: z.array(
      z
        .strictObject({
          field: z.enum(FIELDS.map(({ id }) => id)),
          values: z.array(
            z.strictObject({
              value: z.string(),
              count: count.describe("Events that bear the value themselves."),
              atLeast: z
                .literal(true)
                .optional()
                .describe(
                  "Of actor only: asking for the name may find more, namely what was done through roles that lead back to it.",
                ),
            }),
          ),
          none: count.describe("Events that have no value in this field."),
          distinct: count.describe("How many values there are, those beyond the limit among them."),
          exact,
          examined,
        })
        .meta({ id: "Facet" }),
    ),
  })
  .meta({ id: "Facets" });

export const HistogramSchema: z.ZodType<Histogram> = z
  .strictObject({
    bucketSeconds: count,
    exact,
    examined,
    buckets: z.array(
      z
        .strictObject({ start: z.iso.datetime(), read: count, write: count, error: count })
        .meta({ id: "HistogramBucket" }),
    ),
    outside: z
      .strictObject({ before: count, after: count })
      .describe(
        "Events of the search before the first bucket and after the last: where the range has no bound, a few events that lie far from all others have no bucket.",
      ),
  })
  .meta({ id: "Histogram" });

export const GapsSchema: z.ZodType<GapsAnswer> = z
  .strictObject({
    gaps: z.array(
      z
        .strictObject({
          from: z.iso.datetime(),
          to: z.iso.datetime(),
          isWhole: z.boolean().describe("True where nothing of what the search looks at was loaded."),
          places: z
            .array(z.strictObject({ account: z.string(), region: z.string() }))
            .describe("Those of which nothing came for much longer than usual."),
        })
        .meta({ id: "Gap" }),
    ),
    isFine: z
      .boolean()
      .describe(
        "False where there are too many log objects to look at each: then whole days were looked at.",
      ),
  })
  .meta({ id: "Gaps" });
