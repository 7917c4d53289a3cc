import { AccountName, type Names, PersonRule } from "#lib/event/names.ts";

/**
 * Names as people write them: a line each, `123456789012 = prod`. Empty lines and those that begin with # say
 * nothing.
 */

export type LineProblem = { readonly line: number; readonly message: string };
type Read<Item> = { readonly items: readonly Item[]; readonly problems: readonly LineProblem[] };

/**
 * Accounts from lines of `number = name` (also with a comma or a tab between), or from the JSON that `aws organizations
 * list-accounts` prints. Of an account that stands there twice the last name counts.
 */
export function readAccountLines(text: string): Read<Names["accounts"][number]> {
  const listed = readListAccounts(text);
  if (listed !== null) return listed;
  const read = readLines(text, (left, right) =>
    AccountName.safeParse({
      account: unquoted(left).replace(/^(\d{4})-(\d{4})-(\d{4})$/, "$1$2$3"),
      name: unquoted(right),
    }),
  );
  return { ...read, items: [...new Map(read.items.map((one) => [one.account, one])).values()] };
}

/** Rules from lines of `session pattern = person`. */
export function readPersonLines(text: string): Read<Names["people"][number]> {
  return readLines(text, (left, right) =>
    PersonRule.safeParse({ pattern: unquoted(left), person: unquoted(right) }),
  );
}

/** Lines of `account = name`, as readAccountLines reads them. */
export function accountLines({ accounts }: Pick<Names, "accounts">): string {
  return accounts.map(({ account, name }) => `${account} = ${name}`).join("\n");
}

/** Lines of `session pattern = person`, as readPersonLines reads them. */
export function personLines({ people }: Pick<Names, "people">): string {
  return people.map(({ pattern, person }) => `${pattern} = ${person}`).join("\n");
}

type Parsed<Item> =
  | { readonly success: true; readonly data: Item }
  | { readonly success: false; readonly error: { readonly issues: readonly { readonly message: string }[] } };

function readLines<Item>(text: string, read: (left: string, right: string) => Parsed<Item>): Read<Item> {
  const items: Item[] = [];
  const problems: LineProblem[] = [];
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const trimmed = line.trim();
    if (trimmed === "" || trimmed.startsWith("#")) continue;
    const at = trimmed.search(/[=,\t]/);
    const parsed = at < 0 ? null : read(trimmed.slice(0, at).trim(), trimmed.slice(at + 1).trim());
    if (parsed?.success === true) items.push(parsed.data);
    else {
      const message = parsed?.error.issues[0]?.message ?? "A line is written: left = right.";
      problems.push({ line: index + 1, message });
    }
  }
  return { items, problems };
}

function unquoted(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
}

/** The answer of organizations:ListAccounts, whole or its list alone; null for text of another kind. */
function readListAccounts(text: string): Read<Names["accounts"][number]> | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const json: unknown = JSON.parse(text);
    const list = Array.isArray(json) ? json : listIn(json);
    const items = list.flatMap((one: unknown) => {
      const parsed = AccountName.safeParse({ account: memberOf(one, "Id"), name: memberOf(one, "Name") });
      return parsed.success ? [parsed.data] : [];
    });
    const problems =
      items.length === list.length && list.length > 0
        ? []
        : [
            {
              line: 1,
              message: `${list.length - items.length} of ${list.length} entries have no Id and Name.`,
            },
          ];
    return { items, problems };
  } catch {
    return { items: [], problems: [{ line: 1, message: "This begins like JSON, but is none." }] };
  }
}

function listIn(json: unknown): readonly unknown[] {
  const list = memberOf(json, "Accounts");
  return Array.isArray(list) ? list : [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}
