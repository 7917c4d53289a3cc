import * as z from "zod";
import { wholeNumber } from "#app/api/contract/parameters.ts";

/** What the routes of sources and jobs take. These schemas check the requests. */

export const JobsParameters = z.object({
  source: z.uuid({ error: "source is the id of a source." }).optional().describe("Only jobs of this source."),
  limit: wholeNumber("limit", { most: 500, usual: 50 }).describe("The newest so many."),
});

export const UnloadedParameters = z.object({
  state: z
    .enum(["failed", "skipped"], { error: "state is failed or skipped." })
    .default("failed")
    .describe("Which of the objects that are not loaded to list."),
  code: z.string().optional().describe("Only those with this reason."),
  after: z.string().optional().describe("`nextAfter` of the page before."),
  limit: wholeNumber("limit", { most: 500, usual: 100 }),
});

export const ScheduleBody = z.object({
  syncEveryMinutes: z
    .int({ error: "syncEveryMinutes is a whole number from 1 to 10080, or null." })
    .min(1)
    .max(10_080)
    .nullable()
    .describe("null: only when somebody asks."),
});

export const SyncBody = z.object({
  full: z
    .boolean({ error: "full is true or false." })
    .default(false)
    .describe("True: lists everything again, not only what may be new."),
});
