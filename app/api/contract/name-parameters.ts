import * as z from "zod";

/** The body of POST /api/names/listed. */
export const ListAccountsBody = z.object({
  source: z
    .uuid({ error: "Name the source by its id." })
    .describe("The id of a bucket or a source of LookupEvents, whose credentials are used."),
});
