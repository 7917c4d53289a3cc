import { ask } from "#app/events/(list)/ask.ts";
import { readPage } from "#app/events/(list)/read-page.ts";
import { respond } from "#lib/server/http.ts";

/**
 * One page of the list for the explorer's own use, in the form that its rows are made of, with the parameters of
 * `/events`; null where there is nothing to show, or something to say: that is for the page itself. What others may
 * build on is `/api/events`.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = await ask(new URL(request.url).searchParams);
    const isPlain = asked.isReadable && asked.problems.length === 0;
    return Response.json(isPlain ? await readPage(asked) : null, {
      headers: { "cache-control": "no-store" },
    });
  });
}
