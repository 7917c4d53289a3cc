// Installs the packages when they are not the ones that package-lock.json asks for. Plain JavaScript without
// any dependency: it runs before there are any.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Runs `npm ci` in `root` if a package is missing or of another version. Ends the process with one sentence if
 * that fails.
 * @param {string} root folder of package-lock.json
 */
export async function installPackages(root) {
  if (isInstalled(root)) return;
  const began = performance.now();
  process.stderr.write("  Installing packages …");
  const { status, output } = await npmCi(root);
  if (status === 0) {
    process.stderr.write(` ${Math.round((performance.now() - began) / 1000)} s\n`);
    return;
  }
  process.stderr.write("\n");
  process.stderr.write(`${explain(output)}\n`);
  process.exit(1);
}

/**
 * True if node_modules holds what package-lock.json lists. npm writes its own list there when it has finished,
 * so an installation that was cut off does not count. Optional packages of other platforms may be absent.
 * @param {string} root
 */
export function isInstalled(root) {
  const list = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(list)) return false;
  const installed = readPackages(list);
  const wanted = readPackages(join(root, "package-lock.json"));
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const found = installed[path];
    return found === undefined ? entry.optional === true : found.integrity === entry.integrity;
  });
}

/** @param {string} file */
function readPackages(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages ?? {};
}

/** @param {string} root */
function npmCi(root) {
  // Under `npm start` npm says where it is; then that very npm is used. Types and tools are needed to build.
  const npm = process.env.npm_execpath;
  // npm would wait a minute and more between its tries, with nothing to see.
  const patience = ["--fetch-retry-mintimeout=2000", "--fetch-retry-maxtimeout=10000"];
  const options = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error", ...patience];
  const child = npm?.endsWith(".js")
    ? spawn(process.execPath, [npm, ...options], { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
    : spawn("npm", options, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  const end = () => child.kill("SIGTERM");
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, end);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ status: 1, output: `${output}${error.message}` }));
    child.once("close", (status, signal) => {
      for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeListener(name, end);
      if (signal !== null) process.exit(1);
      resolve({ status, output });
    });
  });
}

/** @type {readonly [RegExp, string][]} */
const KNOWN = [
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network/i,
    "The packages could not be downloaded, because npm's registry did not answer. Waymark needs it once, to install: check the network, or npm's settings for a proxy or a mirror, and start again.",
  ],
  [
    /CERT|SELF_SIGNED/,
    "The packages could not be downloaded, because the registry's certificate is not trusted here: tell npm of your certificate authority (npm config set cafile …) and start again.",
  ],
  [
    /E40[137]/,
    "The packages could not be downloaded: npm's registry refused, see npm's settings (npm config list).",
  ],
  [/ENOSPC/, "The packages could not be installed, because the disk is full: free 1.5 GB and start again."],
  [
    /EACCES|EPERM|EROFS/,
    "The packages could not be installed, because this user may not write to Waymark's folder: start it as the user that owns the folder.",
  ],
];

/** @param {string} output what npm said */
export function explain(output) {
  const known = KNOWN.find(([pattern]) => pattern.test(output));
  return (
    known?.[1] ??
    `The packages could not be installed. npm said:\n${output.trim().split("\n").slice(0, 15).join("\n")}`
  );
}
