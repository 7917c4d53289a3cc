import * as z from "zod";
import { toProblems } from "#app/api/read-body.ts";
import { database } from "#lib/db/database.ts";
import { suggestValues } from "#lib/db/suggest-values.ts";
import { findField } from "#lib/event/fields.ts";
import { toSearch } from "#lib/search/view-url.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, problemResponse, respond } from "#lib/server/http.ts";

/** Longer than what anybody types before choosing. */
const LONGEST = 300;

const tooLong = (name: string) => ({ error: `${name} is at most ${LONGEST} characters.` });

const Wanted = z
  .object({
    field: z
      .string()
      .transform((name, context) => {
        const field = findField(name);
        if (field !== undefined) return field.id;
        context.addIssue({ code: "custom", message: "field is the name of a field, such as event." });
        return z.NEVER;
      })
      .optional(),
    path: z.string().min(1).max(LONGEST, tooLong("path")).optional(),
    prefix: z.string().max(LONGEST, tooLong("prefix")).default(""),
    q: z.string().default(""),
    from: z.string().nullable().default(null),
    to: z.string().nullable().default(null),
  })
  .refine(({ field, path }) => field === undefined || path === undefined, {
    error: "field and path exclude each other.",
    path: ["path"],
  });

/**
 * GET /api/suggest: values that a query may go on with. `field` or `path`: whose; neither: of the fields that name
 * things, and paths of the record. `prefix`: what was typed of it; from three characters on it may stand anywhere in
 * the value. `q`, `from`, `to`: what they are counted among. At most 20, quickly rather than completely.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const url = new URL(request.url);
    const wanted = Wanted.safeParse(Object.fromEntries(url.searchParams));
    if (!wanted.success) {
      const problems = toProblems(wanted.error);
      return problemResponse(new Failure("bad-request", problems[0]?.message ?? ""), url.pathname, problems);
    }
    const { field, path, prefix, q, from, to } = wanted.data;
    const { search, problems } = toSearch({ q, from, to }, Date.now());
    const [first] = problems;
    if (first !== undefined) {
      return problemResponse(new Failure("bad-query", first.message), url.pathname, problems);
    }
    const of = field !== undefined ? { field } : path !== undefined ? { path } : null;
    if (of === null && prefix === "") return jsonResponse({ values: [], paths: [], exact: true });
    return jsonResponse(await suggestValues(database(), { search, of, typed: prefix }));
  });
}
