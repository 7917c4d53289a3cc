import type { ColumnId } from "#components/event/columns.ts";
import { formatCount } from "#components/ui/format-count.ts";
import type { Event } from "#lib/event/event.ts";
import { type Burst, secondsBetween } from "#lib/event/fold-events.ts";

/** `×214`, and `3 min`: how many events a burst holds, and in what time. */
export function burstFigures({ event, others }: Burst): { readonly count: string; readonly span: string } {
  const last = others.at(-1) ?? event;
  return { count: `×${formatCount(others.length + 1)}`, span: briefSpan(secondsBetween(event, last)) };
}

/** The same for readers: `214 events in 3 min`. */
export function burstSentence(burst: Burst): string {
  return `${formatCount(burst.others.length + 1)} events in ${burstFigures(burst).span}`;
}

/** Times have whole seconds: events of the same one lie less than a second apart. */
function briefSpan(seconds: number): string {
  if (seconds < 1) return "1 s";
  return seconds < 60 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}

type Reader = (event: Event) => readonly (string | null)[];

/** What the events of one burst may differ in. Columns that are not here show what all have in common. */
const VARYING: ReadonlyMap<ColumnId, { readonly one: string; readonly many: string; readonly read: Reader }> =
  new Map([
    [
      "resource",
      { one: "resource", many: "resources", read: (event: Event) => event.resources.map(({ id }) => id) },
    ],
    ["ip", { one: "address", many: "addresses", read: (event: Event) => [event.sourceIp] }],
    ["key", { one: "key", many: "keys", read: (event: Event) => [event.actor.accessKeyId] }],
    ["principal", { one: "principal", many: "principals", read: (event: Event) => [event.actor.arn] }],
    ["agent", { one: "agent", many: "agents", read: (event: Event) => [event.userAgent] }],
    [
      "resourceType",
      { one: "type", many: "types", read: (event: Event) => event.resources.map(({ type }) => type) },
    ],
    ["category", { one: "category", many: "categories", read: (event: Event) => [event.category] }],
    ["id", { one: "id", many: "ids", read: (event: Event) => [event.eventId] }],
    ["origin", { one: "source", many: "sources", read: (event: Event) => [event.origin] }],
  ]);

/** Where the events of a burst differ in a column: `12 resources`, and which; null where one event speaks for all. */
export function burstVariety(
  { event, others }: Burst,
  column: ColumnId,
): { readonly words: string; readonly values: readonly string[] } | null {
  const varying = VARYING.get(column);
  if (varying === undefined) return null;
  const values = new Set(
    [event, ...others].flatMap((one) => varying.read(one)).filter((value) => value !== null),
  );
  const isAlike = others.every((other) => varying.read(other).join("\n") === varying.read(event).join("\n"));
  if (isAlike || values.size === 0) return null;
  const noun = values.size === 1 ? varying.one : varying.many;
  return { words: `${formatCount(values.size)} ${noun}`, values: [...values] };
}
