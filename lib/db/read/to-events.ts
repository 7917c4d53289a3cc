import { isoSecond } from "#lib/base/iso-time.ts";
import { actorKindOf, isReadOnly, outcomeOf } from "#lib/db/event-codes.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";
import type { Term } from "#lib/db/terms/dictionary.ts";
import type { TermReader } from "#lib/db/terms/term-reader.ts";
import type { Event, Resource } from "#lib/event/event.ts";
import { severitiesOf } from "#lib/event/severity.ts";

/** A row as an event, and of each path of its record that is indexed the first value. */
export type ReadRow = { readonly event: Event; readonly values: ReadonlyMap<string, string> };

/** Event rows as events: ids become the words they stand for. */
export async function toEvents(
  terms: TermReader,
  on: Queryable,
  found: readonly EventColumns[],
): Promise<Event[]> {
  return (await readRows(terms, on, found)).map(({ event }) => event);
}

/** As toEvents, for what has to know more of a record than an event shows. */
export async function readRows(
  terms: TermReader,
  on: Queryable,
  found: readonly EventColumns[],
): Promise<ReadRow[]> {
  const words = await terms.valuesOf(
    on,
    found.flatMap((row) => [...row.terms, ...row.resources]),
  );
  return found.map((row) => readRow(row, words));
}

function readRow(row: EventColumns, words: ReadonlyMap<number, Term>): ReadRow {
  const values = new Map<string, string>();
  for (const id of row.terms) {
    const term = words.get(id);
    if (term !== undefined && !values.has(term.path)) values.set(term.path, term.value);
  }
  const event = toEvent(row, (id) => words.get(id)?.value ?? null, values);
  const says = (path: string, value: string) =>
    row.terms.some((id) => words.get(id)?.path === path && words.get(id)?.value === value);
  return { event: { ...event, severities: severitiesOf(event, says) }, values };
}

type Word = (id: number) => string | null;

function toEvent(row: EventColumns, word: Word, values: ReadonlyMap<string, string>) {
  const field = (path: string) => values.get(path) ?? null;
  return {
    eventId: row.uuid,
    eventTime: isoSecond(row.time * 1000),
    eventName: word(row.name) ?? "",
    eventSource: word(row.service) ?? "",
    readOnly: isReadOnly(row.flags),
    category: field("@category") ?? "",
    account: word(row.account),
    region: word(row.region),
    actor: {
      kind: actorKindOf(row.kind),
      name: word(row.actor) ?? "",
      role: word(row.role),
      session: word(row.session),
      arn: field("@principal"),
      accessKeyId: field("@key"),
      via: field("@via"),
    },
    sourceIp: word(row.ip),
    userAgent: word(row.agent),
    outcome: outcomeOf(row.flags),
    errorCode: word(row.error),
    resources: resourcesOf(row.resources, word),
    origin: field("@origin") ?? "",
  };
}

/** The row holds [id, type, id, type …]. */
function resourcesOf(pairs: readonly number[], word: Word): Resource[] {
  const resources: Resource[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const id = word(pairs[index] ?? 0);
    if (id !== null) resources.push({ id, type: word(pairs[index + 1] ?? 0) });
  }
  return resources;
}
