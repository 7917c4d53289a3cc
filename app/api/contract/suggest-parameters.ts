import * as z from "zod";
import { SearchParameters } from "#app/api/contract/parameters.ts";
import { findField } from "#lib/event/fields.ts";

/** Longer than what anybody types before choosing. */
const LONGEST = 300;

const short = (name: string) =>
  z.string().max(LONGEST, { error: `${name} is at most ${LONGEST} characters.` });

const field = z.string().transform((name, context) => {
  const found = findField(name);
  if (found !== undefined) return found.id;
  context.addIssue({ code: "custom", message: `field is the name of a field such as event, not ${name}.` });
  return z.NEVER;
});

export const SuggestParameters = SearchParameters.extend({
  field: field.optional().describe("Whose values: a field's name."),
  path: short("path").optional().describe("Whose values: a path of the record. Not together with `field`."),
  prefix: short("prefix")
    .default("")
    .describe("What was typed of the value; from three characters on it may stand anywhere in it."),
})
  .refine((asked) => asked.field === undefined || asked.path === undefined, {
    error: "field and path exclude each other.",
    path: ["path"],
  })
  .refine((asked) => asked.field !== undefined || asked.path !== undefined || asked.prefix !== "", {
    error: "Say whose values by field or path, or what was typed by prefix: none of the three is there.",
    path: ["prefix"],
  });
