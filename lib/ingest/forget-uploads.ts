import { rm } from "node:fs/promises";
import { basename } from "node:path";
import type { Source } from "#lib/db/sources/source.ts";
import { UPLOADS_NAME } from "#lib/ingest/add-source.ts";

/**
 * Removes the copies that uploading made, once their source is removed: kept, the next upload would load them all
 * again. Files that were named where they lie are a person's own, and stay.
 */
export async function forgetUploads({ name, settings }: Source): Promise<void> {
  if (name !== UPLOADS_NAME || settings.kind !== "files") return;
  for (const path of settings.paths) {
    if (basename(path) === "uploads") await rm(path, { recursive: true, force: true });
  }
}
