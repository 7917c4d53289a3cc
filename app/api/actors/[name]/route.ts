import { readAddressBook, withPlaces } from "#app/address-book.ts";
import { ActorParameters } from "#app/api/contract/parameters.ts";
import { readSearch } from "#app/api/read-search.ts";
import { readSubject } from "#app/api/read-subject.ts";
import { readActor } from "#lib/db/actors/read-actor.ts";
import { database } from "#lib/db/database.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/actors/{name}?kind&from&to: what a person, role, user, service or root did over a span of time, as its page
 * tells it. `kind=role` takes the name for a role's, whoever was behind its sessions.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request, ActorParameters);
    if (asked instanceof Response) return asked;
    const profile = await readActor(database(), {
      name: readSubject(request),
      isRole: asked.parameters.kind === "role",
      range: asked.search.range,
    });
    if (profile === null) throw new Failure("not-found", "No loaded event names this actor.");
    const book = await readAddressBook();
    return jsonResponse({ ...profile, addresses: withPlaces(profile.addresses, book) });
  });
}
