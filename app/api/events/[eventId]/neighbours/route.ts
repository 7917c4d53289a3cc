import { firstValues, NeighbourParameters } from "#app/api/contract/parameters.ts";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { readNeighbours } from "#lib/db/read-neighbours.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/events/{eventID}/neighbours: what lies around an event in time, by session, resource, actor and account.
 * `account` chooses between the events of several accounts that share the id.
 */
export function GET(
  request: Request,
  context: RouteContext<"/api/events/[eventId]/neighbours">,
): Promise<Response> {
  return respond(request, async () => {
    const { eventId } = await context.params;
    const { account } = NeighbourParameters.parse(firstValues(new URL(request.url).searchParams));
    const details = await readEvent(database(), eventId);
    const detail = details.find(({ event }) => event.account === account) ?? details[0];
    if (detail === undefined) throw new Failure("not-found", `No loaded event has the id ${eventId}.`);
    return jsonResponse({ neighbourhoods: await readNeighbours(database(), detail.event) });
  });
}
