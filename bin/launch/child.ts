import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { setAside } from "#lib/server/log.ts";

export type ChildOptions = {
  readonly script: string;
  readonly args: readonly string[];
  /** For Node.js itself. */
  readonly nodeArgs?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Takes what the process prints; its own log is elsewhere. */
  readonly outputFile: string;
};

export type Child = {
  /** Settles with how it ended, in words. */
  readonly ended: Promise<string>;
  /** Asks it to end, insists after a while, and waits. Safe to call twice. */
  stop(): Promise<void>;
};

const PATIENCE_MS = 3000;

/**
 * Starts a Node.js process that ends with us. It has a process group of its own, so that a terminal's Ctrl-C
 * reaches the launcher alone and the launcher decides the order of ending; when the launcher is killed outright
 * the channel between them closes, which end-with-parent.mjs takes as a request to end.
 */
export function startChild({ script, args, nodeArgs = [], env, outputFile }: ChildOptions): Child {
  const output = openSync(setAside(outputFile), "a");
  const endWithParent = new URL("./end-with-parent.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", endWithParent, ...nodeArgs, script, ...args], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  closeSync(output);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal === null ? `exit code ${code}` : `signal ${signal}`));
  });
  return {
    ended,
    async stop() {
      child.kill("SIGTERM");
      const insist = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      await ended;
      clearTimeout(insist);
    },
  };
}

/** The options for Node.js to run TypeScript. */
export const TYPESCRIPT = ["--import", import.meta.resolve("tsx")];

/** Where a package's program lies. */
export function programOf(path: string): string {
  return fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url));
}
