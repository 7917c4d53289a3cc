// npm leaves a package of another platform out of package-lock.json when the registry does not serve it, and
// then `npm ci` refuses the file everywhere. Run after adding packages behind such a registry:
// node bin/run.mjs scripts/complete-lock-file.ts
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";

/** Entries by path, each as it stands in the file: read through a schema, its keys would change places. */
export type Packages = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const packagesSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

const dependencies = z.record(z.string(), z.string()).default({});

const SYSTEMS = ["aix", "android", "darwin", "freebsd", "linux", "netbsd", "openbsd", "sunos", "win32"];
const PROCESSORS = ["arm64", "arm", "ia32", "loong64", "ppc64", "riscv64", "s390x", "x64"];

/**
 * The same with an entry for every optional package that is missing. Such packages say in their name what they
 * are for, which is all that npm needs to pass them by; where one is wanted npm downloads that version.
 */
export function completeLockFile(packages: Packages): Packages {
  const added = Object.entries(packages).flatMap(([path, entry]) =>
    Object.entries(dependencies.parse(entry["optionalDependencies"]))
      .filter(([name]) => path !== "" && !isListed(packages, path, name))
      .map(
        ([name, version]) =>
          [`node_modules/${name}`, entryFor(name, version, entry["dev"] === true)] as const,
      ),
  );
  const all = [...Object.entries(packages), ...added];
  return Object.fromEntries(all.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function isListed(packages: Packages, path: string, name: string): boolean {
  return `node_modules/${name}` in packages || `${path}/node_modules/${name}` in packages;
}

function entryFor(name: string, version: string, dev: boolean): Packages[string] {
  if (!/^\d+\.\d+\.\d+\S*$/.test(version)) throw new RangeError(`${name} is not pinned, but ${version}.`);
  const words = name.split(/[/.-]/);
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const os = SYSTEMS.find((system) => words.includes(system));
  if (os === undefined) throw new RangeError(`${name} does not say which system it is for.`);
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev } : {}),
    ...(words.includes("musl") ? { libc: ["musl"] } : {}),
    optional: true,
    os: [os],
  };
}

/** Completes package-lock.json in place. */
export async function main(): Promise<number> {
  const lock = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync("package-lock.json", "utf8")));
  const packages = completeLockFile(packagesSchema.parse(lock["packages"]));
  writeFileSync("package-lock.json", `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
  return 0;
}
