import { readArguments, usageFailure } from "#bin/commands/read-arguments.ts";
import { parseTime } from "#lib/search/time-range.ts";

/** The options that describe a bucket's source, by the names of its settings. Empty text takes a setting back. */
export type BucketOptions = {
  readonly region?: string;
  readonly endpoint?: string;
  readonly profile?: string;
  readonly roleArn?: string;
  readonly externalId?: string;
  readonly pathStyle?: boolean;
  /** Days, `YYYY-MM-DD`. */
  readonly from?: string;
  readonly to?: string;
};

export type IngestRequest =
  | {
      readonly kind: "s3";
      readonly url: string;
      readonly options: BucketOptions;
      readonly full: boolean;
    }
  | { readonly kind: "files"; readonly paths: readonly string[] };

const TEXTS = ["from", "to", "region", "endpoint", "profile", "role-arn", "external-id"] as const;
const FLAGS = ["path-style", "full"] as const;

/** Reads what is behind `waymark ingest`. `now`: milliseconds since 1970. @throws Failure("bad-request") */
export function readIngestArguments(args: readonly string[], now: number): IngestRequest {
  const { texts, flags, positionals } = readArguments(args, { texts: TEXTS, flags: FLAGS });
  const [first, ...others] = positionals;
  if (first === undefined) {
    throw usageFailure("Say what to load: waymark ingest s3://bucket/prefix, or files and folders.");
  }
  if (first === "lookup") {
    throw usageFailure(
      "Loading through LookupEvents is not built yet: load from the trail's bucket or from files.",
    );
  }
  if (!positionals.some(isBucketUrl)) {
    const [option] = [...Object.keys(texts), ...FLAGS.filter((name) => flags[name])];
    if (option !== undefined)
      throw usageFailure(`The option --${option} is for buckets: s3://bucket/prefix.`);
    return { kind: "files", paths: positionals };
  }
  if (others.length > 0) throw usageFailure("Give one s3:// address at a time, and no files beside it.");
  const options = {
    ...only("region", texts.region),
    ...only("endpoint", texts.endpoint),
    ...only("profile", texts.profile),
    ...only("roleArn", texts["role-arn"]),
    ...only("externalId", texts["external-id"]),
    ...only("from", readDay("from", texts.from, now)),
    ...only("to", readDay("to", texts.to, now)),
    ...(flags["path-style"] ? { pathStyle: true } : {}),
  };
  return { kind: "s3", url: first, options, full: flags.full };
}

function isBucketUrl(text: string): boolean {
  return /^s3:\/\//i.test(text);
}

function only<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [name in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [name in Name]?: string };
}

/** Log objects lie in folders by day: a time means its day, UTC. */
function readDay(option: string, text: string | undefined, now: number): string | undefined {
  if (text === undefined || text.trim() === "") return text;
  const reading = parseTime(text, now);
  if (reading.kind === "wrong") throw usageFailure(`--${option}: ${reading.message}`);
  return new Date(reading.at).toISOString().slice(0, 10);
}
