import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";

export type WaymarkProcess = {
  readonly pid: number;
  /** All that it printed so far. */
  output(): string;
  /**
   * Waits until it printed something that matches. @throws with what it printed if it ends before, or takes too long
   */
  shows(pattern: RegExp, patienceMs?: number): Promise<void>;
  /** Sends a signal and waits for the end. Resolves to the exit code and how long it took, in milliseconds. */
  end(signal: NodeJS.Signals): Promise<{ readonly code: number | null; readonly ms: number }>;
  /** Resolves to the exit code. */
  readonly ended: Promise<number | null>;
};

/** `npm start` without npm, in a process of its own. */
export function startWaymark(
  env: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): WaymarkProcess {
  const child = spawn(process.execPath, ["bin/start.mjs", ...args], {
    cwd: PROJECT_ROOT,
    env: { NODE_ENV: "production", ...withoutSettings(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  let isOver = false;
  const ended = new Promise<number | null>((resolve) => {
    child.once("close", (code) => {
      isOver = true;
      resolve(code);
    });
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    async shows(pattern, patienceMs = 60_000) {
      const deadline = performance.now() + patienceMs;
      while (!pattern.test(output)) {
        if (isOver || performance.now() > deadline) {
          throw new Error(`${pattern} was not printed, but:\n${output}`);
        }
        await sleep(20);
      }
    },
    async end(signal) {
      const began = performance.now();
      child.kill(signal);
      return { code: await ended, ms: performance.now() - began };
    },
  };
}

const NOT_OURS = /^(DATABASE_URL|PORT|HOST|WAYMARK_\w+|LOG_LEVEL|NODE_ENV|NODE_OPTIONS|VITEST\w*)$/;

/** Our environment without Waymark's settings, and without what Vitest sets for itself. */
function withoutSettings(): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_OURS.test(name)));
}
