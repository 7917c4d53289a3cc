import { isoSecond } from "#lib/base/iso-time.ts";
import type { Cell, ProfileKind, ScannedProfile } from "#lib/db/actors/scan-profile.ts";
import type { Term } from "#lib/db/terms/dictionary.ts";
import type { Seen, SeenCall } from "#lib/event/actor/actor-profile.ts";

/** Values of one list at most. */
const MOST_VALUES = 500;

type Words = ReadonlyMap<number, Term>;

export type Compared = {
  readonly now: ScannedProfile;
  /** null where no logs of the time before are loaded: nothing can be said of what is new. */
  readonly before: ScannedProfile | null;
  readonly words: Words;
};

/** The values of a kind, most frequent first. */
export function seenValues(kind: ProfileKind, { now, before, words }: Compared): Seen[] {
  const all = now
    .cells(kind)
    .filter(({ a }) => a !== 0)
    .map((cell) =>
      seen(words.get(cell.a)?.value ?? "", cell, before === null ? null : !before.has(kind, cell.a, cell.b)),
    );
  return all.sort(byCount).slice(0, MOST_VALUES);
}

export function seenCalls({ now, before, words }: Compared): SeenCall[] {
  const all = now.cells("call").map((cell) => ({
    ...seen(
      words.get(cell.b)?.value ?? "",
      cell,
      before === null ? null : !before.has("call", cell.a, cell.b),
    ),
    service: words.get(cell.a)?.value ?? "",
  }));
  return all.sort(byCount);
}

/** Services are calls put together: their cells are no more than those of the calls. */
export function seenServices({ now, before, words }: Compared): Seen[] {
  const known = before === null ? null : new Set(before.cells("call").map(({ a }) => a));
  const services = new Map<number, Cell>();
  for (const cell of now.cells("call")) {
    const sum = services.get(cell.a);
    services.set(cell.a, {
      a: cell.a,
      b: 0,
      count: cell.count + (sum?.count ?? 0),
      first: Math.min(cell.first, sum?.first ?? cell.first),
      last: Math.max(cell.last, sum?.last ?? cell.last),
      denied: cell.denied + (sum?.denied ?? 0),
      failed: cell.failed + (sum?.failed ?? 0),
    });
  }
  return [...services.values()]
    .map((cell) => seen(words.get(cell.a)?.value ?? "", cell, known === null ? null : !known.has(cell.a)))
    .sort(byCount);
}

/** Every id of the dictionary that the lists show. */
export function idsOf(profile: ScannedProfile): number[] {
  const single = (["account", "region", "ip", "agent", "role", "error"] as const).flatMap((kind) =>
    profile.cells(kind).map(({ a }) => a),
  );
  return [...single, ...profile.cells("call").flatMap(({ a, b }) => [a, b])];
}

function seen(value: string, { count, denied, failed, first, last }: Cell, isNew: boolean | null): Seen {
  return {
    value,
    count,
    denied,
    failed,
    first: isoSecond(first * 1000),
    last: isoSecond(last * 1000),
    isNew,
  };
}

function byCount(a: Seen, b: Seen): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
