import type pg from "pg";
import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import type { Predicate } from "#lib/db/read/predicate.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import type { Refusal, SeenCall } from "#lib/event/actor/actor-profile.ts";
import { matchOf } from "#lib/search/condition.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** So many of the newest denied calls are looked at for what AWS said. */
const MOST_LOOKED_AT = 200;
const MOST_REFUSALS = 50;

/** Calls of an actor that were denied, each kind with the reason that AWS gave last. */
export async function readRefusals(
  db: Database,
  client: pg.PoolClient,
  asked: { readonly predicate: Predicate; readonly range: TimeRange; readonly calls: readonly SeenCall[] },
): Promise<Refusal[]> {
  const denied = asked.calls.filter((call) => call.denied > 0);
  if (denied.length === 0) return [];
  const isDenied = matchOf({ kind: "field", id: "outcome" }, { kind: "equals", value: "denied" });
  const found = await findRows(client, {
    predicate: { kind: "all", of: [asked.predicate, await resolveSearch(client, isDenied)] },
    range: asked.range,
    direction: "newest-first",
    after: null,
    limit: MOST_LOOKED_AT,
  });
  const events = await toEvents(db.terms, client, found);
  const words = await db.terms.valuesOf(
    client,
    found.flatMap(({ terms }) => terms),
  );
  return denied
    .map((call): Refusal => {
      const index = events.findIndex(
        (event) => event.eventName === call.value && event.eventSource === call.service,
      );
      const event = events[index];
      const terms = found[index]?.terms ?? [];
      const message = terms.find((id) => words.get(id)?.path === "errorMessage");
      return {
        service: call.service,
        event: call.value,
        count: call.denied,
        last: event?.eventTime ?? call.last,
        errorCode: event?.errorCode ?? null,
        reason: message === undefined ? null : (words.get(message)?.value ?? null),
        eventId: event?.eventId ?? null,
      };
    })
    .sort((a, b) => b.count - a.count || (a.event < b.event ? -1 : 1))
    .slice(0, MOST_REFUSALS);
}
