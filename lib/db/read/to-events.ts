import { isoSecond } from "#lib/base/iso-time.ts";
import { actorKindOf, isReadOnly, outcomeOf } from "#lib/db/event-codes.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";
import type { Term } from "#lib/db/terms/dictionary.ts";
import type { TermReader } from "#lib/db/terms/term-reader.ts";
import type { Event, Resource } from "#lib/event/event.ts";
import { severitiesOf } from "#lib/event/severity.ts";

/** Event rows as events: ids become the words they stand for. */
export async function toEvents(
  terms: TermReader,
  on: Queryable,
  found: readonly EventColumns[],
): Promise<Event[]> {
  const words = await terms.valuesOf(
    on,
    found.flatMap((row) => [...row.terms, ...row.resources]),
  );
  return found.map((row) => toEvent(row, words));
}

function toEvent(row: EventColumns, words: ReadonlyMap<number, Term>): Event {
  const word = (id: number) => words.get(id)?.value ?? null;
  const field = (path: string) => {
    const id = row.terms.find((term) => words.get(term)?.path === path);
    return id === undefined ? null : word(id);
  };
  const event = {
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
  const says = (path: string, value: string) =>
    row.terms.some((id) => words.get(id)?.path === path && word(id) === value);
  return { ...event, severities: severitiesOf(event, says) };
}

/** The row holds [id, type, id, type …]. */
function resourcesOf(pairs: readonly number[], word: (id: number) => string | null): Resource[] {
  const resources: Resource[] = [];
  for (let index = 0; index < pairs.length; index += 2) {
    const id = word(pairs[index] ?? 0);
    if (id !== null) resources.push({ id, type: word(pairs[index + 1] ?? 0) });
  }
  return resources;
}
