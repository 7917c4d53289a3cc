import type * as z from "zod";
import { checkInput } from "#app/api/read-body.ts";
import type { Attempt } from "#components/source/attempt.ts";
import type { Added } from "#lib/ingest/add-source.ts";
import { isFailure } from "#lib/server/failure.ts";

/** What came of a form: something to show, or the source that was added. */
export type Outcome<Values, Report> =
  | Attempt<Values, Report>
  | { readonly kind: "added"; readonly sourceId: string };

export type Trial<Values, Schema extends z.ZodType, Report> = {
  readonly form: FormData;
  /** As they were typed. */
  readonly values: Values;
  readonly schema: Schema;
  /** What of the form `schema` reads. */
  readonly input: unknown;
  /** What the credentials must be allowed to do. */
  policyOf(input: z.infer<Schema>): string;
  add(input: z.infer<Schema>): Promise<Added>;
  test(input: z.infer<Schema>): Promise<Report>;
};

/** Carries out what a form for a source asks: `intent` test or start. */
export async function trySource<Values, Schema extends z.ZodType, Report>(
  trial: Trial<Values, Schema, Report>,
): Promise<Outcome<Values, Report>> {
  const { values } = trial;
  const checked = checkInput(trial.schema, trial.input);
  if ("problems" in checked) {
    const problems = checked.problems.map(({ parameter, message }) => [parameter, message]);
    return { kind: "wrong", values, problems: Object.fromEntries(problems) };
  }
  const policy = trial.policyOf(checked.data);
  try {
    if (trial.form.get("intent") === "start") {
      const { source } = await trial.add(checked.data);
      return { kind: "added", sourceId: source.id };
    }
    return { kind: "found", values, policy, report: await trial.test(checked.data) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { kind: "failed", values, policy, message: error.message, remedy: error.remedy };
  }
}

/** A field's text; empty where the form has no such field. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}

/** The choice made in a field; of a form that has none, the usual one. */
export function chosenIn(form: FormData, name: string, usual: string): string {
  return form.has(name) ? textIn(form, name) : usual;
}
