import type { SourceSettings } from "#lib/db/sources/source.ts";

/**
 * True where settings, changed from `before` to `after`, want objects that a run with `before` may have passed by:
 * the watermarks of its streams then no longer mean "everything before this is settled". A later end is not among
 * them, since a watermark never passes an end.
 */
export function reachesFurther(before: SourceSettings, after: SourceSettings): boolean {
  if (before.kind === "s3" && after.kind === "s3") {
    return (
      before.bucket !== after.bucket ||
      before.prefix !== after.prefix ||
      before.endpoint !== after.endpoint ||
      isEarlier(after.from, before.from)
    );
  }
  if (before.kind === "lookup" && after.kind === "lookup") {
    // A region, and an account behind other credentials, is a stream of its own: it begins at the beginning by itself.
    return before.endpoint !== after.endpoint || isEarlier(after.from, before.from);
  }
  if (before.kind === "files" && after.kind === "files") {
    // Keys are relative to the deepest folder that holds all paths: another path can rename every key.
    return before.paths.join("\0") !== after.paths.join("\0");
  }
  if (before.kind === "sample" && after.kind === "sample") {
    const same = (["seed", "events", "days", "end"] as const).every(
      (field) => before[field] === after[field],
    );
    return !same;
  }
  return true;
}

/** Days; null reaches back to the first. */
function isEarlier(day: string | null, than: string | null): boolean {
  if (than === null) return false;
  return day === null || day < than;
}
