import { parseArgs } from "node:util";
import { nearestName } from "#lib/search/suggest-field.ts";
import { Failure } from "#lib/server/failure.ts";

export type Arguments<Text extends string, Flag extends string, List extends string = never> = {
  readonly texts: { readonly [name in Text]?: string };
  readonly flags: { readonly [name in Flag]: boolean };
  /** Options that may be given several times; empty where they are not given. */
  readonly lists: { readonly [name in List]: readonly string[] };
  readonly positionals: readonly string[];
};

/**
 * A command's arguments: options that take a text, options that take none, and the rest.
 * @throws Failure("bad-request") naming the first argument that is wrong
 */
export function readArguments<Text extends string, Flag extends string = never, List extends string = never>(
  args: readonly string[],
  names: {
    readonly texts: readonly Text[];
    readonly flags?: readonly Flag[];
    readonly lists?: readonly List[];
  },
): Arguments<Text, Flag, List> {
  const { texts, flags = [], lists = [] } = names;
  const options = Object.fromEntries<Option>([
    ...lists.map((name) => [name, { type: "string", multiple: true }] as const),
    ...texts.map((name) => [name, { type: "string" }] as const),
    ...flags.map((name) => [name, { type: "boolean" }] as const),
  ]);
  const { values, positionals } = parse(args, options);
  const given: { [name in Text]?: string } = {};
  for (const name of texts) {
    const value = values[name];
    if (typeof value === "string") given[name] = value;
  }
  const isSet = Object.fromEntries(flags.map((name) => [name, values[name] === true]));
  const several = Object.fromEntries(
    lists.map((name) => [name, [values[name] ?? []].flat().map((value) => String(value))]),
  );
  return {
    texts: given,
    flags: isSet as { [name in Flag]: boolean },
    lists: several as { [name in List]: string[] },
    positionals,
  };
}

type Option = { readonly type: "string" | "boolean"; readonly multiple?: boolean };
type Options = Readonly<Record<string, Option>>;

function parse(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw toFailure(error, Object.keys(options));
  }
}

/** Node.js says in its codes what is wrong, and in its words more than a person wants to read. */
function toFailure(error: unknown, names: readonly string[]): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  const option = /'(?:-\w, )?(--?[^'\s]*)/.exec(error.message)?.[1] ?? "";
  switch (error.code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION": {
      const near = nearestName(option.replace(/^-+/, ""), names);
      const hint = near === null ? "" : ` Did you mean --${near}?`;
      return usageFailure(`There is no option ${option} here.${hint}`);
    }
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return error.message.includes("does not take")
        ? usageFailure(`The option ${option} takes no value.`)
        : usageFailure(`The option ${option} needs a value: ${option}=value.`);
    default:
      return error;
  }
}

/** What a person typed cannot be done as it stands: one sentence. */
export function usageFailure(message: string): Failure {
  return new Failure("bad-request", message);
}
