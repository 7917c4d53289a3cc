import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main as launch } from "#bin/launch.ts";
import { dataFolder } from "#e2e/data-folder.ts";
import { FROZEN_END } from "#e2e/frozen.ts";
import { NETWORKS } from "#e2e/networks.ts";
import { writeMmdb } from "#lib/geo/testing/write-mmdb.ts";

/**
 * `npm run demo` on a folder of its own, with a trail that always ends at the same time, and a file that knows its
 * addresses.
 */
export async function main(): Promise<number> {
  const folder = dataFolder(process.env["PORT"]);
  // A run that was killed leaves its own there.
  rmSync(folder, { recursive: true, force: true });
  // PostgreSQL's user passes through when this runs as root.
  mkdirSync(folder, { mode: 0o711 });
  writeFileSync(join(folder, "sample.json"), JSON.stringify({ end: FROZEN_END.getTime() }));
  process.env["WAYMARK_DATA"] = folder;
  const networks = join(folder, "networks");
  writeFileSync(networks, writeMmdb({ type: "Waymark-Test", networks: NETWORKS }));
  process.env["WAYMARK_MMDB"] = networks;
  try {
    return await launch(["demo"]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
