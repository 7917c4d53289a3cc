import { spawn } from "node:child_process";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";

/** Runs one of the packages' programs to its end and lets it print. Resolves to its exit code. */
export function runShown(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  });
}
