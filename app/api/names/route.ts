import { readBody } from "#app/api/read-body.ts";
import { forgetNames } from "#app/read-shown-names.ts";
import { database } from "#lib/db/database.ts";
import { readNames } from "#lib/db/names/read-names.ts";
import { saveNames } from "#lib/db/names/save-names.ts";
import { Names } from "#lib/event/names.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** GET /api/names: `{accounts: [{account, name}], people: [{pattern, person}]}`. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => jsonResponse(await readNames(database())));
}

/** PUT /api/names: puts the names of the body in the place of all that there were. */
export function PUT(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const names = await readBody(request, Names);
    if (names instanceof Response) return names;
    await saveNames(database(), names);
    forgetNames();
    return jsonResponse(await readNames(database()));
  });
}
