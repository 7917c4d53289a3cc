import { ListAccountsBody } from "#app/api/contract/name-parameters.ts";
import { notFound, readBody } from "#app/api/read-body.ts";
import { forgetNames } from "#app/read-shown-names.ts";
import { database } from "#lib/db/database.ts";
import { readListed } from "#lib/db/names/read-listed.ts";
import { forgetListed } from "#lib/db/names/save-listed.ts";
import { findSource } from "#lib/db/sources/find-source.ts";
import { listSourceAccounts } from "#lib/ingest/list-source-accounts.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** GET /api/names/listed: `{accounts: [{account, name, source, listedAt}]}`, as AWS Organizations listed them. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => jsonResponse({ accounts: await readListed(database()) }));
}

/** POST /api/names/listed: lists the accounts of the organization with the credentials of `source`, an id. */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const body = await readBody(request, ListAccountsBody);
    if (body instanceof Response) return body;
    const db = database();
    const source = await findSource(db, body.source);
    if (source === null) throw notFound("source");
    const listing = await listSourceAccounts(db, source, { now: Date.now(), signal: request.signal });
    forgetNames();
    return jsonResponse({ ...listing, accounts: await readListed(db) });
  });
}

/** DELETE /api/names/listed: forgets them. */
export function DELETE(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    await forgetListed(database());
    forgetNames();
    return jsonResponse({ accounts: [] });
  });
}
