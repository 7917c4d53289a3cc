import * as z from "zod";
import { wholeNumber } from "#app/api/contract/parameters.ts";
import { parseRefusedPlace } from "#app/refused-place.ts";
import { MOST_DAYS } from "#lib/db/retention/kept-from.ts";

/** What the routes of sources and jobs take. These schemas check the requests. */

export const JobsParameters = z.object({
  source: z.uuid({ error: "source is the id of a source." }).optional().describe("Only jobs of this source."),
  limit: wholeNumber("limit", { most: 500, usual: 50 }).describe("The newest so many."),
});

const refusedPlace = z.string().transform((text, context) => {
  const place = parseRefusedPlace(text);
  if (place !== null) return place;
  context.addIssue({ code: "custom", message: "refusedAfter is nextRefusedAfter of another page." });
  return z.NEVER;
});

export const UnloadedParameters = z.object({
  state: z
    .enum(["failed", "skipped"], { error: "state is failed or skipped." })
    .default("failed")
    .describe("Which of the objects that are not loaded to list."),
  code: z.string().optional().describe("Only those with this reason."),
  after: z.string().optional().describe("`nextAfter` of the page before."),
  refusedAfter: refusedPlace.optional().describe("`nextRefusedAfter` of the page before."),
  refusedText: z
    .string()
    .max(1_000, { error: "refusedText is at most 1,000 characters long." })
    .optional()
    .describe(
      "Only refused records that hold this text, in whatever case; of many, a page may be short or empty and still have a next.",
    ),
  limit: wholeNumber("limit", { most: 500, usual: 100 }).describe("Of objects, and of refused records."),
});

const KEEP_DAYS = `keepDays is a whole number of days from 1 to ${MOST_DAYS}, or null for ever.`;
export const KeepDays = z
  .int({ error: KEEP_DAYS })
  .min(1, { error: KEEP_DAYS })
  .max(MOST_DAYS, { error: KEEP_DAYS })
  .nullable()
  .optional()
  .describe("Events are kept for so many days at least, and removed at most 31 days later; null: for ever.");

export const SourceChange = z
  .object({
    syncEveryMinutes: z
      .int({ error: "syncEveryMinutes is a whole number from 1 to 10080, or null." })
      .min(1)
      .max(10_080)
      .nullable()
      .optional()
      .describe("null: only when somebody asks."),
    keepDays: KeepDays,
    fullCheckEveryDays: z
      .int({ error: "fullCheckEveryDays is a whole number from 1 to 365, or null." })
      .min(1)
      .max(365)
      .nullable()
      .optional()
      .describe("After how many days a sync lists everything again; null: only when somebody asks."),
  })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: "Say what to change: syncEveryMinutes, keepDays or fullCheckEveryDays.",
  });

export const SyncBody = z.object({
  full: z
    .boolean({ error: "full is true or false." })
    .default(false)
    .describe("True: lists everything again, not only what may be new."),
});
