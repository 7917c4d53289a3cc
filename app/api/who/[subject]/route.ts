import { readSubject } from "#app/api/read-subject.ts";
import { answerWho } from "#lib/db/credentials/who-answer.ts";
import { database } from "#lib/db/database.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/who/{eventID|key|session}: `{origin, hops, keyMadeBy, because, others}`, from the origin to the subject. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    return jsonResponse(await answerWho(database(), readSubject(request)));
  });
}
