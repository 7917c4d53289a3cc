import { counted, number } from "#bin/commands/progress-line.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import { countEvents } from "#lib/db/count-events.ts";
import type { Database } from "#lib/db/database.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readNearest } from "#lib/db/read-nearest.ts";
import type { PlaceCoverage } from "#lib/db/read-place-coverage.ts";
import type { Coverage } from "#lib/search/coverage.ts";
import type { Nearest } from "#lib/search/loosen-query.ts";
import { namePlaces } from "#lib/search/named-places.ts";
import { EVERYTHING, type Search } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";
import { type WhyEmpty, whyEmpty } from "#lib/search/why-empty.ts";

/** Why a search found nothing, in a line or two. */
export async function whyNothing(
  db: Database,
  { q, search }: { readonly q: string; readonly search: Search },
  place: PlaceCoverage | null,
): Promise<string> {
  const { range } = search;
  const coverage = await readCoverage(db, range);
  const unfiltered = await countEvents(db, { where: EVERYTHING, range });
  const why = whyEmpty({ range, coverage, unfiltered, place });
  if (why.kind === "nothing-loaded-at-all") return sentence(why);
  const nearest = why.kind === "excluded" ? nearestWords(await readNearest(db, q, search)) : [];
  return [sentence(why), ...nearest, loadedSpan(coverage)].join(" ");
}

function sentence(why: WhyEmpty): string {
  switch (why.kind) {
    case "nothing-loaded-at-all":
      return why.syncing
        ? "Nothing is loaded yet; a source is loading now."
        : "Nothing is loaded yet: waymark ingest s3://bucket/prefix.";
    case "nothing-loaded":
      return "Nothing was loaded for this time, so what happened then is not known here.";
    case "removed":
      return `Events of this time were loaded once (${number(why.events)}) and removed since: no source keeps them so long.`;
    case "place-not-loaded":
      return `Nothing was loaded for ${escapeHidden(namePlaces(why.place))} in this time, so what happened there is not known here.`;
    case "excluded": {
      const { count, exact } = why.count;
      const events = `${exact ? "" : "at least "}${counted(count, "event")}`;
      return `No event matches: the query leaves out all of ${events} of this time.`;
    }
    case "nothing-happened":
      return `Nothing happened in this time, as far as ${number(why.objects)} loaded log objects about it tell.`;
  }
}

/** What would find something, one sentence each. */
function nearestWords({ looser, allTime }: Nearest): readonly string[] {
  const events = ({ count, exact }: EventCount) => `${exact ? "" : "at least "}${counted(count, "event")}`;
  return [
    ...looser.map(
      ({ kind, text, count }) =>
        `${kind === "without" ? "Without" : "With only"} ${escapeHidden(text)}: ${events(count)}.`,
    ),
    ...(allTime !== null && allTime.count > 0 ? [`At any time: ${events(allTime)}.`] : []),
  ];
}

function loadedSpan({ oldestEventTime, newestEventTime, syncing }: Coverage): string {
  const span = `Events are loaded from ${short(oldestEventTime)} to ${short(newestEventTime)}`;
  return `${span}${syncing ? ", and a source is loading now" : ""}.`;
}

function short(time: string | null): string {
  return time === null ? "?" : time.replace(/\.\d+Z$/, "Z");
}
