import { mkdirSync, renameSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { destination, type Logger, pino } from "pino";
import { type Env, readEnv } from "#lib/server/env.ts";

export type Log = Logger;

/** A log file larger than this, in bytes, is set aside as `<name>.1` when the next process opens it. */
const KEPT_BYTES = 20 * 1024 * 1024;

const SECRETS = ["password", "databaseUrl", "secretAccessKey", "sessionToken", "authorization"];

/**
 * Opens `<data folder>/logs/<name>.log` for JSON lines. Written at once rather than in the background, so the
 * last line before a crash is there; the volume is one line per loaded object or slow request.
 */
export function openLog(name: string, env: Pick<Env, "dataFolder" | "logLevel">): Log {
  return pino(
    {
      level: env.logLevel,
      base: { process: name, pid: process.pid },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: SECRETS.flatMap((key) => [key, `*.${key}`]),
    },
    destination({ dest: setAside(logFile(env.dataFolder, name)), sync: true }),
  );
}

/** Where the log of the process `name` lies. */
export function logFile(dataFolder: string, name: string): string {
  return join(dataFolder, "logs", `${name}.log`);
}

/** Creates the folder of a log file and moves an overgrown one out of the way. Returns the path. */
export function setAside(file: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > KEPT_BYTES) renameSync(file, `${file}.1`);
  return file;
}

let shared: Log | undefined;

/**
 * This process's log. The launcher names the process in WAYMARK_PROCESS ("web", "worker"); anything else that
 * logs (the command line, tests) shares `waymark.log`. Opened at the first call, so importing has no effect.
 */
export function log(): Log {
  shared ??= openLog(process.env["WAYMARK_PROCESS"] ?? "waymark", readEnv());
  return shared;
}
