import { spawn } from "node:child_process";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";

export type ToolRun = { readonly status: number | null; readonly output: string };

/** Runs one of the packages' programs to its end with this Node.js, and keeps what it prints. */
export function runTool(
  script: string,
  args: readonly string[],
  options: { readonly env?: Readonly<Record<string, string>>; readonly signal?: AbortSignal } = {},
): Promise<ToolRun> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  const stop = () => child.kill("SIGTERM");
  options.signal?.addEventListener("abort", stop, { once: true });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (status) => {
      options.signal?.removeEventListener("abort", stop);
      resolve({ status, output });
    });
  });
}

/** The last lines of what a tool printed, for a person. */
export function lastLines(output: string, count = 30): string {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}
