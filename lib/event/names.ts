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

export const NO_NAMES: Names = { accounts: [], people: [] };

function isDistinct(texts: readonly string[]): boolean {
  return new Set(texts).size === texts.length;
}

/** What names are asked for, without going through all of them for every row. */
export type NameBook = {
  readonly accountName: (account: string | null) => string | null;
  /** The person behind a session of this name, by the first rule that fits. */
  readonly personOf: (session: string | null) => string | null;
};

export function nameBook({ accounts, people }: Names): NameBook {
  const byAccount = new Map(accounts.map((one) => [one.account, one.name]));
  const rules = people.map(({ pattern, person }) => ({ test: matcher(pattern), person }));
  const known = new Map<string, string | null>();
  return {
    accountName: (account) => (account === null ? null : (byAccount.get(account) ?? null)),
    personOf(session) {
      if (session === null || rules.length === 0) return null;
      const before = known.get(session);
      if (before !== undefined) return before;
      const found = findPerson(rules, session);
      known.set(session, found);
      return found;
    },
  };
}

type Rule = { readonly test: (text: string) => string | null; readonly person: string };

function findPerson(rules: readonly Rule[], session: string): string | null {
  for (const { test, person } of rules) {
    const gap = test(session);
    if (gap !== null) return person.replaceAll("*", () => gap);
  }
  return null;
}

/**
 * What the pattern's first `*` stands for in a text, "" without one; null where it does not fit. Without regular
 * expressions, so that no pattern can take long.
 */
function matcher(pattern: string): (text: string) => string | null {
  const parts = pattern.toLowerCase().split("*");
  const [head = "", ...rest] = parts;
  const tail = rest.pop();
  return (text) => {
    const lower = text.toLowerCase();
    if (tail === undefined) return lower === head ? "" : null;
    if (!lower.startsWith(head) || !lower.endsWith(tail) || lower.length < head.length + tail.length)
      return null;
    const end = text.length - tail.length;
    let at = head.length;
    let gapEnd = end;
    for (const [index, part] of rest.entries()) {
      const found = lower.indexOf(part, at);
      if (found < 0 || found + part.length > end) return null;
      if (index === 0) gapEnd = found;
      at = found + part.length;
    }
    return text.slice(head.length, gapEnd);
  };
}
