import { spawn } from "node:child_process";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs one of the packages' programs to its end and lets it print. Resolves to its exit code. A signal that only we
 * get is passed on as the one that it ends properly by, with the servers that it started.
 */
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
  const passOn = () => void child.kill("SIGINT");
  for (const name of SIGNALS) process.on(name, passOn);
  return new Promise<number | null>((resolve) => {
    child.once("error", () => resolve(null));
    child.once("exit", resolve);
  }).finally(() => {
    for (const name of SIGNALS) process.off(name, passOn);
  });
}
