// The product, from the database to the address in the terminal. Everything that is started is put on a stack
// and stopped in the opposite order: web and worker before the database, the lock on the data folder last.
import { delimiter, join, relative } from "node:path";
import { buildPages, bundleWorker } from "#bin/launch/build.ts";
import { type Demo, demoSettings, startDemo } from "#bin/launch/demo.ts";
import { startDatabase } from "#bin/launch/open-database.ts";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { reportFailure } from "#bin/launch/report-failure.ts";
import { listenForStop, Stopped, type StopRequest } from "#bin/launch/stop-request.ts";
import { openTerminal, type Terminal } from "#bin/launch/terminal.ts";
import { checkListen, isOpenToOthers, startWeb, webAddress, webFailure } from "#bin/launch/web.ts";
import { superviseWorker } from "#bin/launch/worker.ts";
import { migrate } from "#lib/db/migrate.ts";
import { checkAddressFiles } from "#lib/geo/check-address-files.ts";
import { type Env, readEnv } from "#lib/server/env.ts";
import { Failure } from "#lib/server/failure.ts";
import { takeLock } from "#lib/server/instance-lock.ts";
import { logFile } from "#lib/server/log.ts";

type Mode = "start" | "demo" | "dev";

type Stack = (() => Promise<void> | void)[];

/** Starts Waymark and runs until it is asked to stop. Resolves to the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  process.chdir(PROJECT_ROOT);
  const terminal = openTerminal(process.stdout);
  const stop = listenForStop();
  const stack: Stack = [];
  try {
    await run(readMode(args), terminal, stop, stack);
    return 0;
  } catch (error) {
    if (error instanceof Stopped) return 0;
    terminal.say("");
    process.stderr.write(`${reportFailure(error)}\n`);
    return 1;
  } finally {
    for (const end of stack.toReversed()) await end();
  }
}

function readMode(args: readonly string[]): Mode {
  const [mode = "start"] = args;
  if (mode === "start" || mode === "demo" || mode === "dev") return mode;
  throw new Failure("bad-setting", `There is no "${mode}": it is start, demo or dev.`);
}

async function run(mode: Mode, terminal: Terminal, stop: StopRequest, stack: Stack): Promise<void> {
  const env = readEnv(mode === "demo" ? demoSettings(process.env) : process.env);
  const lock = takeLock(env.dataFolder);
  stack.push(() => lock.release());
  await checkListen(env);
  for (const problem of checkAddressFiles(env)) terminal.say(problem);
  if (mode !== "dev") {
    await buildPages(terminal, stop.signal);
    await bundleWorker(terminal);
  }
  stop.check();

  const database = await terminal.step("Starting the database", () => startDatabase(env, terminal.say));
  stack.push(() => database.close());
  stop.check();
  await migrate(database.url);
  lock.announce({ databaseUrl: database.url });
  stop.check();

  const demo = mode === "demo" ? await beginDemo(env, database.url, terminal, stack) : {};
  stop.check();
  const settings = { ...childSettings(env, database.url), ...demo };
  const worker = superviseWorker({
    env: settings,
    outputFile: logFile(env.dataFolder, "worker-output"),
    watch: mode === "dev",
    say: terminal.say,
  });
  const outputFile = logFile(env.dataFolder, "web-output");
  stack.push(() => worker.stop());
  const web = await terminal.step("Starting the web server", () =>
    startWeb(env, { env: settings, outputFile, dev: mode === "dev" }),
  );
  stack.push(() => web.stop());
  stop.check();
  lock.announce({ address: webAddress(env) });
  greet(env, mode, terminal);

  await Promise.race([
    stop.asked,
    web.ended.then((how) => {
      if (!stop.signal.aborted) throw webFailure(`stopped (${how})`, outputFile);
    }),
    database.ended?.then(() => {
      if (!stop.signal.aborted) throw databaseFailure(env);
    }) ?? stop.asked,
  ]);
  terminal.say("Stopping.");
}

async function beginDemo(
  env: Env,
  databaseUrl: string,
  terminal: Terminal,
  stack: Stack,
): Promise<Demo["env"]> {
  const demo = await terminal.step("Writing a sample trail to an S3 server", () =>
    startDemo(databaseUrl, env.dataFolder),
  );
  stack.push(() => demo.stop());
  return demo.env;
}

function childSettings(env: Env, databaseUrl: string): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: databaseUrl,
    WAYMARK_DATA: env.dataFolder,
    LOG_LEVEL: env.logLevel,
    WAYMARK_MMDB: env.mmdbFiles.join(delimiter),
    WAYMARK_IP_RANGES: env.ipRangesFile ?? "",
    PORT: String(env.port),
    HOST: env.host,
    // The AWS SDK announces at every start which Node.js it will want next year.
    NODE_NO_WARNINGS: "1",
  };
}

function greet(env: Env, mode: Mode, { say }: Terminal): void {
  say("");
  say(`Waymark is ready: ${webAddress(env)}`);
  if (isOpenToOthers(env.host)) {
    say("Other machines can reach it, and it asks nobody for a password: keep it behind a proxy that does.");
  }
  // Its data folder is its own: without the name, the command line would answer from an empty one.
  if (mode === "demo") {
    const within = relative(PROJECT_ROOT, env.dataFolder);
    const folder = within.startsWith("..") ? env.dataFolder : within;
    say(`On the command line: WAYMARK_DATA=${folder} npx waymark help`);
  }
  say(`Logs: ${join(env.dataFolder, "logs")}. Press Ctrl-C to stop.`);
}

function databaseFailure(env: Env): Failure {
  return new Failure("database-unreachable", "The database stopped.", {
    remedy: `Nothing that was loaded is lost: start Waymark again. What it said: ${logFile(env.dataFolder, "postgres")}`,
  });
}
