import { createLookupStore } from "#lib/aws/lookup-store.ts";
import { createS3Store } from "#lib/aws/s3-store.ts";
import type { LogStore } from "#lib/base/log-store.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";
import { createFileStore } from "#lib/ingest/file-store.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** The store that a source's settings describe. Nothing is asked of it yet. */
export function openStore(settings: SourceSettings): LogStore {
  switch (settings.kind) {
    case "s3":
      return createS3Store(settings, { prefix: settings.prefix });
    case "files":
      return createFileStore(settings.paths);
    case "sample":
      return sampleStore(sampleTrail(settings));
    case "lookup":
      return createLookupStore(settings);
  }
}

/** Where in its store a source begins. */
export function prefixOf(settings: SourceSettings): string {
  return settings.kind === "s3" ? settings.prefix : "";
}
