import * as z from "zod";
import type { Problem } from "#lib/search/search.ts";
import { Failure } from "#lib/server/failure.ts";
import { problemResponse } from "#lib/server/http.ts";

/**
 * Reads a request's JSON body; no body at all counts as `{}`. What is wrong with it is answered field by field.
 * @throws Failure "bad-request" where the body is no JSON
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
): Promise<z.infer<Schema> | Response> {
  const result = schema.safeParse(parseJson(await request.text()));
  if (result.success) return result.data;
  const problems = toProblems(result.error);
  const message = problems[0]?.message ?? "The body of the request cannot be read.";
  return problemResponse(new Failure("bad-request", message), new URL(request.url).pathname, problems);
}

/** The first thing that is wrong with each field. */
export function toProblems(error: z.ZodError): readonly Problem[] {
  const byField = new Map<string, Problem>();
  for (const { path, message } of error.issues) {
    const parameter = path.join(".");
    if (!byField.has(parameter)) byField.set(parameter, { parameter, message, position: null });
  }
  return [...byField.values()];
}

function parseJson(text: string): unknown {
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure("bad-request", "The body of the request is no JSON.");
  }
}

/** The id in an address. @throws Failure "not-found" for text that can be no id */
export function readId(text: string, what: string): string {
  if (z.uuid().safeParse(text).success) return text;
  throw notFound(what);
}

export function notFound(what: string): Failure {
  return new Failure("not-found", `There is no ${what} with this id.`);
}
