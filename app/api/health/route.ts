import { database } from "#lib/db/database.ts";
import { readHealth } from "#lib/db/read-health.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/health: 200 while the database answers, 503 while it is away. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const health = await readHealth(database());
    return jsonResponse(health, health.database === "up" ? 200 : 503);
  });
}
