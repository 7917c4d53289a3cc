/** Which refused record of a source: the log object that holds it, and its place in that, from 0. */
export type RefusedPlace = { readonly key: string; readonly ordinal: number };

/** As addresses carry it: the place first, since a key may hold anything. */
export function formatRefusedPlace({ key, ordinal }: RefusedPlace): string {
  return `${ordinal} ${key}`;
}

/** null where the text is none that formatRefusedPlace makes. */
export function parseRefusedPlace(text: string): RefusedPlace | null {
  const [, ordinal, key] = /^(\d{1,9}) (.+)$/s.exec(text) ?? [];
  return ordinal === undefined || key === undefined ? null : { ordinal: Number(ordinal), key };
}
