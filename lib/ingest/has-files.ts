import { access } from "node:fs/promises";
import type { SourceSettings } from "#lib/db/sources/source.ts";

/** False for a source of files of which one lies on another machine, or nowhere. */
export async function hasFiles(settings: SourceSettings): Promise<boolean> {
  if (settings.kind !== "files") return true;
  const found = await Promise.allSettled(settings.paths.map((path) => access(path)));
  return found.every(({ status }) => status === "fulfilled");
}
