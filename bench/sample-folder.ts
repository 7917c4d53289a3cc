import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compressed, sampleTrail } from "#lib/sample/sample-trail.ts";

/** The sample trail on disk, so that every competitor reads the same bytes. */
export type SampleFolder = {
  readonly path: string;
  readonly objects: readonly string[];
  /** Compressed. */
  readonly bytes: number;
  /** How long the trail is. */
  readonly days: number;
};

const END = Date.UTC(2026, 10, 20);
/**
 * Trails are as dense as an organization's whatever their number of events: ten times as many take ten times the
 * days.
 */
const EVENTS_A_DAY = 100_000;
const FEWEST_DAYS = 10;

/** Writes the log objects of a trail of so many events below `root`, unless an earlier run left them there. */
export function sampleFolder(root: string, events: number): SampleFolder {
  const days = Math.max(FEWEST_DAYS, Math.round(events / EVENTS_A_DAY));
  const path = join(root, `sample-${events}-${days}`);
  if (!existsSync(path)) {
    const half = `${path}.half`;
    rmSync(half, { recursive: true, force: true });
    for (const object of sampleTrail({ seed: 1, events, days, end: END }).objects()) {
      if (object.kind !== "log") continue;
      const file = join(half, object.key);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, compressed(object));
    }
    renameSync(half, path);
  }
  const objects = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".gz"),
  );
  const bytes = objects.reduce((sum, name) => sum + statSync(join(path, name)).size, 0);
  return { path, objects, bytes, days };
}
