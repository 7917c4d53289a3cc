// From plain JavaScript into TypeScript: installs and generates what is missing, then runs a program of ours through tsx.
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installPackages } from "./install.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/**
 * Ends the process with the program's exit code.
 * @param {string} program path, from the project's folder, of a module that exports `main(args)`
 * @param {readonly string[]} args
 */
export async function enter(program, args) {
  await installPackages(ROOT);
  const { register } = await import("tsx/esm/api");
  register();
  const { prepare } = await import(new URL("./prepare.ts", import.meta.url).href);
  await prepare();
  const { main } = await import(pathToFileURL(join(ROOT, program)).href);
  process.exit(await main(args));
}
