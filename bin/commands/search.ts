import { createEventWriter, type EventWriter } from "#bin/commands/event-writer.ts";
import { counted } from "#bin/commands/progress-line.ts";
import { readSearchArguments, type SearchRequest } from "#bin/commands/search-arguments.ts";
import { type Session, say } from "#bin/commands/session.ts";
import { whyNothing } from "#bin/commands/why-nothing.ts";
import type { Database } from "#lib/db/database.ts";
import { exportEvents } from "#lib/db/export-events.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readPlaceCoverage } from "#lib/db/read-place-coverage.ts";
import { type Cursor, decodeCursor, fingerprint } from "#lib/search/cursor.ts";

const MOST_A_PAGE = 500;

/**
 * `waymark search`: prints the events of a query, page after page, so that any number of them takes the same memory.
 */
export async function search(args: readonly string[], session: Session): Promise<number> {
  const request = readSearchArguments(args, session.now());
  const db = await session.database();
  const writer = createEventWriter(request.format, session.out);
  const { found, nextCursor } = await (request.limit === null
    ? printAll(db, request, writer, session)
    : printSome(db, request, request.limit, writer, session));
  const place = found === 0 ? await readPlaceCoverage(db, request.search) : null;
  const coverage = async () => ({ ...(await readCoverage(db, request.search.range)), place });
  await writer.end(async () => ({ nextCursor, coverage: await coverage() }));
  if (found === 0) await say(session, await whyNothing(db, request, place));
  if (nextCursor !== null) {
    await say(session, `${counted(found, "event")} shown, and there are more: --all shows every one.`);
  }
  return 0;
}

type Printed = { readonly found: number; readonly nextCursor: string | null };

/** Every event, as of one moment: what GET /api/events/export answers. */
async function printAll(
  db: Database,
  { search, order, withRecords }: SearchRequest,
  writer: EventWriter,
  { interrupt }: Session,
): Promise<Printed> {
  let found = 0;
  for await (const page of exportEvents(db, { search, order, withRecords, signal: interrupt })) {
    await writer.page(page);
    found += page.length;
    interrupt.throwIfAborted();
  }
  return { found, nextCursor: null };
}

async function printSome(
  db: Database,
  request: SearchRequest,
  most: number,
  writer: EventWriter,
  { interrupt }: Session,
): Promise<Printed> {
  const { search, order } = request;
  const mark = fingerprint(request);
  let cursor: Cursor | null = null;
  let found = 0;
  for (;;) {
    interrupt.throwIfAborted();
    const limit = Math.min(most - found, MOST_A_PAGE);
    const page = await listEvents(db, { search, order, limit, cursor, fingerprint: mark });
    await writer.page(page.events.map((event) => ({ event, record: null })));
    found += page.events.length;
    if (page.nextCursor === null || found === most) return { found, nextCursor: page.nextCursor };
    cursor = ownCursor(page.nextCursor, mark);
  }
}

/** The marker that a page of this very search gave. */
function ownCursor(text: string, mark: string): Cursor {
  const cursor = decodeCursor(text, mark);
  if ("problem" in cursor) throw new Error(cursor.problem.message);
  return cursor;
}
