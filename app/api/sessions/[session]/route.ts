import { readAddressBook, withStoryPlaces } from "#app/address-book.ts";
import { readSubject } from "#app/api/read-subject.ts";
import { readSession } from "#lib/db/credentials/read-session.ts";
import { database } from "#lib/db/database.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/sessions/{key or session}: the chain back (`who`, as /api/who answers), the tree of all that was issued
 * from it (`issued`, one tree for each holder; `isCut` says where more is there than is listed), and what was done
 * with it (`story`, null where nothing was).
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const [answer, book] = await Promise.all([
      readSession(database(), readSubject(request)),
      readAddressBook(),
    ]);
    return jsonResponse({ ...answer, story: withStoryPlaces(answer.story, book) });
  });
}
