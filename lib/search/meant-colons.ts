import { findField } from "#lib/event/fields.ts";
import { tokenize } from "#lib/search/tokenize.ts";

/** Where `event=` stands in a query for `event:`. It is free text, and can be meant so. */
export type MeantColon = { readonly start: number; readonly end: number; readonly insert: string };

/** Each word that begins with a field's name and `=`. */
export function meantColons(text: string): readonly MeantColon[] {
  return tokenize(text).flatMap(({ kind, start, end }, index, tokens) => {
    const before = tokens[index - 1];
    if (kind !== "word" || (before?.kind === "name" && before.end === start)) return [];
    const name = /^([\w.]+)=./.exec(text.slice(start, end))?.[1] ?? "";
    const field = findField(name);
    return field === undefined ? [] : [{ start, end: start + name.length + 1, insert: `${field.id}:` }];
  });
}

/** The query with each of them as the condition that it was surely meant to be; null where there is none. */
export function withMeantColons(text: string): string | null {
  const colons = meantColons(text);
  if (colons.length === 0) return null;
  return colons.reduceRight((q, { start, end, insert }) => q.slice(0, start) + insert + q.slice(end), text);
}
