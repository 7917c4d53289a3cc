import { delimiter, resolve } from "node:path";
import * as z from "zod";
import { Failure } from "#lib/server/failure.ts";

const LOG_LEVELS = ["debug", "info", "warn", "error", "silent"] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

/** The settings of this process, parsed and complete. */
export type Env = {
  /** A PostgreSQL address, or null: use the embedded server. */
  readonly databaseUrl: string | null;
  readonly port: number;
  /** The address the web server listens on. */
  readonly host: string;
  /** Names that the web server answers to beside its own, as behind a reverse proxy. */
  readonly hostNames: readonly string[];
  /** Absolute path: embedded database, uploads, logs. */
  readonly dataFolder: string;
  readonly logLevel: LogLevel;
  /** Absolute paths: files that tell the country and network of an address (`.mmdb`). */
  readonly mmdbFiles: readonly string[];
  /** Absolute path: AWS's list of its addresses (`ip-ranges.json`); null: none is named. */
  readonly ipRangesFile: string | null;
  /** Set by the demo's launcher: where its trail ends, milliseconds since 1970 UTC. */
  readonly sampleEnd: number | null;
};

const schema = z.object({
  DATABASE_URL: z.string().refine(isPostgresUrl).optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535)
    .default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9._:-]+$/)
    .default("127.0.0.1"),
  WAYMARK_HOSTS: z
    .string()
    .regex(/^[A-Za-z0-9.-]+(\s*,\s*[A-Za-z0-9.-]+)*$/)
    .transform((names) => names.split(/\s*,\s*/))
    .default([]),
  WAYMARK_DATA: z.string().default(".data"),
  LOG_LEVEL: z.enum(LOG_LEVELS).default("info"),
  WAYMARK_MMDB: z
    .string()
    .transform((paths) => paths.split(delimiter).filter((path) => path.trim() !== ""))
    .default([]),
  WAYMARK_IP_RANGES: z.string().optional(),
  WAYMARK_SAMPLE_END: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
});

const ALLOWED: Readonly<Record<string, string>> = {
  DATABASE_URL: "an address like postgresql://user:password@host:5432/database",
  PORT: "a whole number from 1 to 65535",
  HOST: "a host name or an IP address without brackets, such as 127.0.0.1",
  WAYMARK_HOSTS: "host names, separated by commas, such as waymark.example.com",
  WAYMARK_DATA: "the path of a folder",
  WAYMARK_MMDB: `paths of .mmdb files, with ${delimiter} between them`,
  WAYMARK_IP_RANGES: "the path of AWS's ip-ranges.json",
  WAYMARK_SAMPLE_END: "a time in milliseconds since 1970",
  LOG_LEVEL: `one of ${LOG_LEVELS.join(", ")}`,
};

/**
 * Reads the settings; an empty one counts as not set. Relative paths are taken from `folder`.
 * @throws Failure("bad-setting") naming the first setting that is wrong and what it may be. The value of
 *   DATABASE_URL is never part of the message, since it holds a password.
 */
export function readEnv(
  source: Readonly<Record<string, string | undefined>> = process.env,
  folder: string = process.cwd(),
): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const result = schema.safeParse(given);
  if (!result.success) throw badSetting(String(result.error.issues[0]?.path[0]), source);
  const settings = result.data;
  return {
    databaseUrl: settings.DATABASE_URL ?? null,
    port: settings.PORT,
    host: settings.HOST,
    hostNames: settings.WAYMARK_HOSTS,
    dataFolder: resolve(folder, settings.WAYMARK_DATA),
    logLevel: settings.LOG_LEVEL,
    mmdbFiles: settings.WAYMARK_MMDB.map((path) => resolve(folder, path)),
    ipRangesFile:
      settings.WAYMARK_IP_RANGES === undefined ? null : resolve(folder, settings.WAYMARK_IP_RANGES),
    sampleEnd: settings.WAYMARK_SAMPLE_END ?? null,
  };
}

function badSetting(name: string, source: Readonly<Record<string, string | undefined>>): Failure {
  const shown = name === "DATABASE_URL" ? "" : ` to ${JSON.stringify(source[name])}`;
  return new Failure("bad-setting", `${name} is set${shown}, but must be ${ALLOWED[name]}.`);
}

function isPostgresUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol } = new URL(text);
  return protocol === "postgres:" || protocol === "postgresql:";
}
