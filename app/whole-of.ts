import type { Whole } from "#components/source/job-pace.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";

/** How much a run brings in all, where that is known: of the sample always, of a bucket for its first run. */
export function wholeOf(settings: SourceSettings, isFirst: boolean): Whole | null {
  if (!isFirst) return null;
  if (settings.kind === "sample") return { kind: "events", total: settings.events };
  if (settings.kind === "s3" && settings.expectedObjects !== undefined) {
    return { kind: "objects", total: settings.expectedObjects };
  }
  return null;
}
