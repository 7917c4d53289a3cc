import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Child, programOf, startChild } from "#bin/launch/child.ts";
import { lastLines } from "#bin/launch/tool.ts";
import type { Env } from "#lib/server/env.ts";
import { Failure } from "#lib/server/failure.ts";

const START_PATIENCE_MS = 60_000;

/** MB. Room for what drawing a page throws away: in V8's 16 a tenth of the server's time goes into clearing up. */
const YOUNG_SPACE = 32;

type Listen = Pick<Env, "host" | "port">;

/** @throws Failure("bad-setting") if nobody could listen there, saying what to set instead */
export async function checkListen({ host, port }: Listen): Promise<void> {
  const code = await new Promise<string | undefined>((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(undefined)));
  });
  if (code === undefined) return;
  const choose = `Choose another port: PORT=${port === 65_535 ? 3000 : port + 1} npm start`;
  switch (code) {
    case "EADDRINUSE":
      throw new Failure("bad-setting", `Port ${port} is taken by another program.`, { remedy: choose });
    case "EACCES":
      throw new Failure("bad-setting", `This user may not listen on port ${port}.`, {
        remedy: "Choose a port above 1023: PORT=3000 npm start",
      });
    default:
      throw new Failure(
        "bad-setting",
        `HOST is set to "${host}", which is no address of this machine (${code}).`,
      );
  }
}

/** Where a browser on this machine finds the pages. */
export function webAddress({ host, port }: Listen): string {
  if (host === "0.0.0.0" || host === "::") return `http://localhost:${port}`;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** True if other machines can reach what listens there. */
export function isOpenToOthers(host: string): boolean {
  return !(host === "localhost" || host === "::1" || host.startsWith("127."));
}

/** Starts the web server and waits until it answers. */
export async function startWeb(
  listen: Listen,
  options: {
    readonly env: Readonly<Record<string, string>>;
    readonly outputFile: string;
    readonly dev: boolean;
  },
): Promise<Child> {
  const { host, port } = listen;
  const child = startChild({
    script: programOf("next/dist/bin/next"),
    nodeArgs: [`--max-semi-space-size=${YOUNG_SPACE}`],
    args: [options.dev ? "dev" : "start", "--hostname", host, "--port", String(port)],
    env: {
      ...options.env,
      NODE_ENV: options.dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      WAYMARK_PROCESS: "web",
    },
    outputFile: options.outputFile,
  });
  let how: string | undefined;
  child.ended.then((words) => {
    how = words;
  });
  const deadline = performance.now() + START_PATIENCE_MS;
  while (!(await answers(webAddress(listen)))) {
    if (how !== undefined) throw webFailure(`did not start (${how})`, options.outputFile);
    if (performance.now() > deadline) {
      await child.stop();
      throw webFailure(`did not answer within ${START_PATIENCE_MS / 1000} s`, options.outputFile);
    }
    await sleep(30);
  }
  return child;
}

/** @param what as in "stopped (exit code 1)" */
export function webFailure(what: string, outputFile: string): Failure {
  return new Failure("internal", `The web server ${what}. The last of what it said:`, {
    remedy: `${lastLines(readFileSync(outputFile, "utf8"), 15)}\nAll of it: ${outputFile}`,
  });
}

async function answers(address: string): Promise<boolean> {
  try {
    // Any answer will do, also 503 while the database is busy.
    await fetch(`${address}/api/health`, { signal: AbortSignal.timeout(10_000) });
    return true;
  } catch {
    return false;
  }
}
