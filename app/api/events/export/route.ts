import { ExportParameters } from "#app/api/contract/parameters.ts";
import { readSearch } from "#app/api/read-search.ts";
import { database } from "#lib/db/database.ts";
import { type ExportedEvent, exportEvents } from "#lib/db/export-events.ts";
import { createEventText, type EventText, type TextFormat } from "#lib/event/event-text.ts";
import { exportFileName } from "#lib/search/export-file-name.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";
import { respond } from "#lib/server/http.ts";
import { log } from "#lib/server/log.ts";
import { textStream } from "#lib/server/text-stream.ts";

const TYPES: Readonly<Record<TextFormat, string>> = {
  csv: "text/csv; charset=utf-8; header=present",
  ndjson: "application/x-ndjson",
  json: "application/json",
};

/**
 * GET /api/events/export: every event of a search, as a stream of one snapshot. What goes wrong before the first
 * event is answered as problem details; what goes wrong later cuts the connection.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request, ExportParameters);
    if (asked instanceof Response) return asked;
    const { view, search, parameters } = asked;
    const { format, order, columns, bom, record } = parameters;
    if (record === "true" && format === "csv") {
      throw new Failure(
        "bad-request",
        "A record does not fit into CSV: take format=ndjson or format=json with it.",
      );
    }
    const text = createEventText(format, { mark: bom === "true", ...(columns && { columns }) });
    const pages = exportEvents(database(), {
      search,
      order,
      withRecords: record === "true",
      signal: request.signal,
    });
    const first = await pages.next();
    // A stream that nobody has begun to read would not hear of it.
    request.signal.addEventListener("abort", () => void pages.return(), { once: true });
    const name = exportFileName(view.q, search.range, format);
    return new Response(textStream(written(first, pages, text)), {
      headers: {
        "content-type": TYPES[format],
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "no-store",
      },
    });
  });
}

type Pages = AsyncGenerator<readonly ExportedEvent[], void, void>;

async function* written(
  first: IteratorResult<readonly ExportedEvent[], void>,
  pages: Pages,
  text: EventText,
): AsyncGenerator<string, void, void> {
  let count = 0;
  try {
    yield text.head;
    for (let page = first; page.done !== true; page = await pages.next()) {
      count += page.value.length;
      yield text.part(page.value);
    }
    yield text.tail({ count });
  } catch (error) {
    if (!isFailure(error, "cancelled")) log().warn({ err: error, count }, "An export broke off");
    throw error;
  } finally {
    await pages.return();
  }
}
