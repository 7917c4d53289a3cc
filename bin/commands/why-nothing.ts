import { counted, number } from "#bin/commands/progress-line.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import { countEvents } from "#lib/db/count-events.ts";
import type { Database } from "#lib/db/database.ts";
import { type Coverage, readCoverage } from "#lib/db/read-coverage.ts";
import type { PlaceCoverage } from "#lib/db/read-place-coverage.ts";
import { namePlaces } from "#lib/search/named-places.ts";
import { EVERYTHING, type Search, type TimeRange } from "#lib/search/search.ts";

/**
 * Why a search found nothing: nothing is loaded, nothing of this time or of the places that the query names, the query
 * leaves it all out, or nothing happened.
 */
export async function whyNothing(db: Database, search: Search, place: PlaceCoverage | null): Promise<string> {
  const coverage = await readCoverage(db, search.range);
  if (coverage.totalEvents === 0) {
    if (coverage.syncing) return "Nothing is loaded yet; a source is loading now.";
    return "Nothing is loaded yet: waymark ingest s3://bucket/prefix.";
  }
  const loaded = loadedSpan(coverage);
  const others = await countEvents(db, { where: EVERYTHING, range: search.range });
  if (others.count > 0 && place?.isLoaded === false) {
    const name = escapeHidden(namePlaces(place));
    return `Nothing was loaded for ${name} in this time, so what happened there is not known here. ${loaded}`;
  }
  if (others.count > 0) {
    const count = `${others.exact ? "" : "at least "}${counted(others.count, "event")}`;
    return `No event matches: the query leaves out all of ${count} of this time. ${loaded}`;
  }
  if (coverage.objectsInRange === 0 && coverage.removedInRange > 0) {
    return `Events of this time were loaded once (${number(coverage.removedInRange)}) and removed since: no source keeps them so long. ${loaded}`;
  }
  if (coverage.objectsInRange === 0 || isOutside(search.range, coverage)) {
    return `Nothing was loaded for this time, so what happened then is not known here. ${loaded}`;
  }
  return `Nothing happened in this time, as far as ${number(coverage.objectsInRange)} loaded log objects about it tell. ${loaded}`;
}

/** An object without a day in its key counts for every time; beyond all loaded events it tells nothing. */
function isOutside({ from, to }: TimeRange, { oldestEventTime, newestEventTime }: Coverage): boolean {
  const isBefore = to !== null && oldestEventTime !== null && to <= Date.parse(oldestEventTime);
  const isAfter = from !== null && newestEventTime !== null && from > Date.parse(newestEventTime);
  return isBefore || isAfter;
}

function loadedSpan({ oldestEventTime, newestEventTime, syncing }: Coverage): string {
  const span = `Events are loaded from ${short(oldestEventTime)} to ${short(newestEventTime)}`;
  return `${span}${syncing ? ", and a source is loading now" : ""}.`;
}

function short(time: string | null): string {
  return time === null ? "?" : time.replace(/\.\d+Z$/, "Z");
}
