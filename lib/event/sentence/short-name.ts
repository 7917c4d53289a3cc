/** A queue's address; its name stands last. */
const ADDRESS = /^https:\/\/[a-z0-9.-]+\/\d+\/([^/?#]+)$/;
/** Kinds whose folders say nothing of who or what they are. */
const IN_FOLDERS: ReadonlySet<string> = new Set(["role", "user"]);

/** `arn:aws:iam::111122223333:role/ops/Deploy` after the word role is `Deploy`. */
export function shortName(text: string, noun: string): string {
  if (text.startsWith("https://")) return ADDRESS.exec(text)?.[1] ?? text;
  const arn = text.startsWith("arn%3A") ? decoded(text) : text;
  if (!arn.startsWith("arn:")) return text;
  const name = arn.split(":").slice(5).join(":");
  const bare = withoutKind(name, noun);
  const short = IN_FOLDERS.has(noun) ? bare.slice(bare.lastIndexOf("/") + 1) : bare;
  return short.trim() === "" ? text : short;
}

/** RDS cuts its kinds short. */
const CUT_SHORT: ReadonlySet<string> = new Set(["db", "secgrp", "subgrp", "pg", "og"]);

/**
 * An ARN's kind is the noun in the spelling of its service, `permissionSet/…`, `cluster-access-policy/…`, and need
 * not stand first: `regional/webacl/…`, `log-group:web:log-stream:…`.
 */
function withoutKind(name: string, noun: string): string {
  const word = letters(noun);
  const parts = name.split(/(?<=[/:])/);
  const at = parts.findIndex((part, index) => {
    const kind = letters(part);
    return (
      kind === word ||
      (index === 0 && kind !== "" && (CUT_SHORT.has(kind) || kind.endsWith(lastWord(word, noun))))
    );
  });
  const bare = word === "" || at < 0 ? "" : parts.slice(at + 1).join("");
  return bare === "" ? name : bare;
}

/** `policy` of `inline policy`. */
function lastWord(word: string, noun: string): string {
  return noun.includes(" ") ? letters(noun.slice(noun.lastIndexOf(" ") + 1)) : word;
}

function letters(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, "").toLowerCase();
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
