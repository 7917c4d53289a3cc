import { SourceChange, UnloadedParameters } from "#app/api/contract/source-parameters.ts";
import { notFound, readBody, readId } from "#app/api/read-body.ts";
import { readParameters } from "#app/api/read-parameters.ts";
import { formatRefusedPlace } from "#app/refused-place.ts";
import { toJobView, toSourceView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { listRefused } from "#lib/db/ledger/list-refused.ts";
import { listUnloaded } from "#lib/db/ledger/list-unloaded.ts";
import { readStreams } from "#lib/db/ledger/streams.ts";
import { summarizeUnloaded } from "#lib/db/ledger/summarize-unloaded.ts";
import { removeSource, setRetention } from "#lib/db/retention/request-upkeep.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { setFullCheck, setSchedule } from "#lib/db/sources/set-schedule.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/**
 * GET /api/sources/{id}: the source, its streams, why objects are not loaded, a page of those objects (`state`, `code`,
 * `after` a key), and a page of the records that were refused (`refusedText`, `refusedAfter`); `limit` is that of both.
 */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    const id = readId((await params).id, "source");
    const page = readParameters(request, UnloadedParameters);
    if (page instanceof Response) return page;
    const db = database();
    const { state, code, after, refusedAfter, refusedText, limit } = page;
    const [[listed], streams, unloaded, objects, refused] = await Promise.all([
      listSources(db, id),
      readStreams(db, id),
      summarizeUnloaded(db, id),
      listUnloaded(db, { sourceId: id, state, limit, ...(code && { code }), ...(after && { after }) }),
      listRefused(db, {
        sourceId: id,
        limit,
        ...(refusedAfter && { after: refusedAfter }),
        ...(refusedText && { text: refusedText }),
      }),
    ]);
    if (listed === undefined) throw notFound("source");
    return jsonResponse({
      source: { ...toSourceView(listed, Date.now()), settings: listed.source.settings },
      streams: [...streams.values()],
      unloaded,
      objects,
      nextAfter: objects.length === limit ? (objects.at(-1)?.key ?? null) : null,
      refused: refused.records,
      nextRefusedAfter: refused.next === null ? null : formatRefusedPlace(refused.next),
    });
  });
}

/**
 * PATCH /api/sources/{id}: changes the schedule (`syncEveryMinutes`, `fullCheckEveryDays`) and how long its events are
 * kept (`keepDays`; null: for ever); what is not named stays. Keeping more is refused ("conflict") while it loads.
 */
export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const id = readId((await params).id, "source");
    const body = await readBody(request, SourceChange);
    if (body instanceof Response) return body;
    const db = database();
    const { keepDays, syncEveryMinutes, fullCheckEveryDays } = body;
    if (keepDays !== undefined && !(await setRetention(db, id, keepDays, Date.now())))
      throw notFound("source");
    if (syncEveryMinutes !== undefined) await setSchedule(db, id, syncEveryMinutes);
    if (fullCheckEveryDays !== undefined) await setFullCheck(db, id, fullCheckEveryDays);
    const [listed] = await listSources(db, id);
    if (listed === undefined) throw notFound("source");
    return jsonResponse({ source: toSourceView(listed, Date.now()) });
  });
}

/**
 * DELETE /api/sources/{id}: removes the source and all that it brought, in the background. Answers with the job that
 * does it; asked again, with the same. The source is listed, as being removed, until that ends.
 */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const job = await removeSource(database(), readId((await params).id, "source"));
    if (job === null) throw notFound("source");
    return jsonResponse({ job: toJobView(job) }, 202);
  });
}
