// Runs on whatever Node.js there is, however old, so it uses nothing that came after modules did.

/** The version that is needed, in words. Must say the same as "engines" in package.json. */
export const NEEDED = "20.19 or newer of 20, 22.12 or newer of 22, or 24 and above";

/**
 * @param {string} version such as "20.19.0"
 * @returns {boolean}
 */
export function isSupported(version) {
  const parts = version.split(".").map(Number);
  const major = parts[0];
  const minor = parts[1];
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
}

/** Ends the process with one sentence unless this Node.js will do. */
export function checkNode() {
  const version = process.versions.node;
  if (isSupported(version)) return;
  process.stderr.write(
    "Waymark needs Node.js " +
      NEEDED +
      ", and this is " +
      version +
      ": install one from https://nodejs.org\n",
  );
  process.exit(1);
}
