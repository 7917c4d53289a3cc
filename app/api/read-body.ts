import * as z from "zod";
import { unstorable } from "#lib/base/unstorable.ts";
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
  const input = checkInput(schema, parseJson(await request.text()));
  if ("data" in input) return input.data;
  const { problems } = input;
  const message = problems[0]?.message ?? "The body of the request cannot be read.";
  return problemResponse(new Failure("bad-request", message), new URL(request.url).pathname, problems);
}

/**
 * What a body or a form holds, as its schema reads it, or the first thing that is wrong with each field: whatever the
 * schema, text that the database cannot keep comes first.
 */
export function checkInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { readonly data: z.infer<Schema> } | { readonly problems: readonly Problem[] } {
  const unkept = unstorableFields(value, []);
  if (unkept.length > 0) return { problems: unkept };
  const result = schema.safeParse(value);
  return result.success ? { data: result.data } : { problems: toProblems(result.error) };
}

/** Deeper than any schema reads; a body of nothing but brackets must not exhaust the stack. */
const DEEPEST = 10;

/** JSON writes as escapes what an address cannot carry: lone surrogates, too. */
function unstorableFields(value: unknown, path: readonly string[]): readonly Problem[] {
  if (typeof value === "string") {
    const what = unstorable(value);
    const parameter = path.join(".");
    const message = `${path.at(-1) ?? "The body"} holds ${what}, which cannot be kept.`;
    return what === null ? [] : [{ parameter, message, position: null }];
  }
  if (typeof value !== "object" || value === null || path.length === DEEPEST) return [];
  return Object.entries(value).flatMap(([name, one]) => unstorableFields(one, [...path, name]));
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
