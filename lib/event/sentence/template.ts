import { pastTense } from "#lib/event/sentence/past-tense.ts";

/**
 * A template says what one call does, in one line of a table:
 *
 *     stop {instance(s): instancesSet.items.instanceId}
 *     attach {policy: policyArn} to {role: roleName}
 *     delete {secret: secretId}[forceDeleteWithoutRecovery=true? without a way back]
 *
 * It begins with a verb. `{noun: path, path}` is what the first path that is there leads to; `{: path}` has no noun.
 * `[ … ]` is left out where a value in it is missing; `[path=text? …]` also where the value at the path is another.
 * Paths begin in requestParameters, with `=` in responseElements, with `/` in the record itself. Their keys are
 * found without regard to case, since services write them as they like; arrays are walked through.
 */
export type Template = {
  readonly verb: string;
  readonly past: string;
  readonly rest: readonly Segment[];
};

export type Segment =
  | { readonly kind: "text"; readonly text: string }
  | Slot
  | {
      readonly kind: "optional";
      readonly when: { readonly path: Path; readonly is: string } | null;
      readonly of: readonly Segment[];
    };

export type Slot = {
  readonly kind: "slot";
  /** Empty where the value says enough. */
  readonly noun: string;
  /** null: the call has one of it only. */
  readonly plural: string | null;
  readonly paths: readonly Path[];
};

/** Keys from the record's root. */
export type Path = readonly string[];

const PIECE = /\{([^{}]*)\}|\[(?:([^?[\]{}=]*)=([^?[\]{}]*)\?)?([^[\]]*)\]|[^{}[\]]+/g;

/** A line of a table as a template. A line that cannot be read throws: a test reads all of them. */
export function parseTemplate(line: string): Template {
  const [verb = ""] = line.split(" ", 1);
  if (!/^[a-z]+$/.test(verb)) throw new Error(`This template does not begin with a verb: ${line}`);
  return { verb, past: pastTense(verb), rest: parseSegments(line.slice(verb.length)) };
}

function parseSegments(text: string): readonly Segment[] {
  let read = 0;
  const segments = Array.from(text.matchAll(PIECE), (match): Segment => {
    const [whole, slot, key, is, inner] = match;
    if (match.index !== read) throw new Error(`This part of a template cannot be read: ${text.slice(read)}`);
    read += whole.length;
    if (slot !== undefined) return parseSlot(slot);
    if (inner === undefined) return { kind: "text", text: whole };
    const when = key === undefined || is === undefined ? null : { path: parsePath(key), is };
    return { kind: "optional", when, of: parseSegments(inner) };
  });
  if (read !== text.length) throw new Error(`This part of a template cannot be read: ${text.slice(read)}`);
  return segments;
}

function parseSlot(text: string): Slot {
  const colon = text.indexOf(":");
  if (colon < 0) throw new Error(`This slot has no colon: ${text}`);
  const noun = text.slice(0, colon).trim();
  const paths = text.slice(colon + 1).split(",");
  return { kind: "slot", ...parseNoun(noun), paths: paths.map((path) => parsePath(path.trim())) };
}

/** `instance(s)`, `policy/policies`, `trail`. */
function parseNoun(noun: string): Pick<Slot, "noun" | "plural"> {
  const [one = "", many] = noun.split("/");
  if (many !== undefined) return { noun: one, plural: many };
  if (!noun.endsWith("(s)")) return { noun, plural: null };
  const bare = noun.slice(0, -3);
  return { noun: bare, plural: `${bare}s` };
}

function parsePath(text: string): Path {
  if (text.startsWith("/")) return text.slice(1).split(".");
  if (text.startsWith("=")) return ["responseElements", ...text.slice(1).split(".")];
  return ["requestParameters", ...text.split(".")];
}
