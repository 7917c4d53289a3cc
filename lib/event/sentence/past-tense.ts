/** The past tense of the verbs that calls are named after. */

const IRREGULAR: Readonly<Record<string, string>> = {
  begin: "began",
  get: "got",
  give: "gave",
  keep: "kept",
  leave: "left",
  let: "let",
  make: "made",
  put: "put",
  read: "read",
  run: "ran",
  see: "saw",
  send: "sent",
  set: "set",
  shut: "shut",
  sign: "signed",
  switch: "switched",
  take: "took",
  write: "wrote",
};

/** One syllable that ends in consonant, vowel, consonant doubles its last letter: stop, stopped. */
const DOUBLED = new Set([
  "drop",
  "plan",
  "scan",
  "stop",
  "submit",
  "swap",
  "tag",
  "unplug",
  "untag",
  "admit",
]);

/** `stop` as `stopped`, `deny` as `denied`, `create` as `created`. */
export function pastTense(verb: string): string {
  const irregular = Object.hasOwn(IRREGULAR, verb) ? IRREGULAR[verb] : undefined;
  if (irregular !== undefined) return irregular;
  if (DOUBLED.has(verb)) return `${verb}${verb.at(-1)}ed`;
  if (verb.endsWith("e")) return `${verb}d`;
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`;
}
