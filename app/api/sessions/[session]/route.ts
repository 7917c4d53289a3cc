import { readSubject } from "#app/api/read-subject.ts";
import { issuedBy } from "#lib/db/credentials/issued-by.ts";
import { answerWho, parseSubject } from "#lib/db/credentials/who-answer.ts";
import { database } from "#lib/db/database.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/sessions/{key or session}: the chain back (`who`, as /api/who answers) and the tree of all that was issued
 * from it (`issued`, one tree for each holder; `isCut` says where more is there than is listed).
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const text = readSubject(request);
    const db = database();
    const [who, issued] = await Promise.all([answerWho(db, text), issuedBy(db, parseSubject(text))]);
    return jsonResponse({ who, issued });
  });
}
