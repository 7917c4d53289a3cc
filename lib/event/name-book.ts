import type { Names } from "#lib/event/names.ts";

/** Apart from what checks names: pages show them in every browser, and the checks would triple their code. */

export const NO_NAMES: Names = { accounts: [], people: [] };

/** What names are asked for, without going through all of them for every row. */
export type NameBook = {
  readonly accountName: (account: string | null) => string | null;
  /** The person behind a session of this name, by the first rule that fits. */
  readonly personOf: (session: string | null) => string | null;
};

/** Made once for many questions: rules are tried once for each session. */
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
