import * as z from "zod";

/**
 * Names that the user gave: to accounts, and to the people behind sessions. They stand beside what AWS tells and never
 * in its place: an account's number is what the records say, its name is what somebody called it.
 */

const name = z
  .string()
  .trim()
  .min(1, { error: "A name cannot be empty." })
  .max(80, { error: "A name has at most 80 characters." });

export const AccountName = z.strictObject({
  account: z.string().regex(/^\d{12}$/, { error: "An account is a number of twelve digits." }),
  name,
});

export const PersonRule = z.strictObject({
  /** A session's name, `*` standing for any text; without regard to case. */
  pattern: z
    .string()
    .trim()
    .min(1, { error: "A pattern cannot be empty." })
    .max(200, { error: "A pattern has at most 200 characters." })
    .refine((text) => /[^*]/.test(text), { error: "A pattern of nothing but * would name everybody." }),
  /** `*` in it becomes what the pattern's first `*` stood for. */
  person: name,
});

const MOST = 2_000;

export const Names = z.strictObject({
  accounts: z
    .array(AccountName)
    .max(MOST, { error: `At most ${MOST} accounts can have names.` })
    .refine((list) => isDistinct(list.map(({ account }) => account)), {
      error: "An account stands there twice.",
    }),
  people: z
    .array(PersonRule)
    .max(MOST, { error: `There can be at most ${MOST} rules.` })
    .refine((list) => isDistinct(list.map(({ pattern }) => pattern.toLowerCase())), {
      error: "A pattern stands there twice.",
    })
    .describe("The first that fits is taken."),
});

export type Names = z.infer<typeof Names>;

function isDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}
