import type * as z from "zod";
import { firstValues } from "#app/api/contract/parameters.ts";
import { toProblems } from "#app/api/read-body.ts";
import { Failure } from "#lib/server/failure.ts";
import { problemResponse } from "#lib/server/http.ts";

/** The parameters of a route that is no search; what is wrong with them is answered one by one. */
export function readParameters<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
): z.infer<Schema> | Response {
  const url = new URL(request.url);
  const read = schema.safeParse(firstValues(url.searchParams));
  if (read.success) return read.data;
  const problems = toProblems(read.error);
  const message = problems[0]?.message ?? "The parameters cannot be read.";
  return problemResponse(new Failure("bad-request", message), url.pathname, problems);
}
