import { createEventWriter } from "#bin/commands/event-writer.ts";
import { counted } from "#bin/commands/progress-line.ts";
import { readSearchArguments } from "#bin/commands/search-arguments.ts";
import { type Session, say } from "#bin/commands/session.ts";
import { whyNothing } from "#bin/commands/why-nothing.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readPlaceCoverage } from "#lib/db/read-place-coverage.ts";
import { type Cursor, decodeCursor, fingerprint } from "#lib/search/cursor.ts";

const MOST_A_PAGE = 500;

/** `waymark search`: prints the events of a query, page after page, so that any number of them takes the same memory. */
export async function search(args: readonly string[], session: Session): Promise<number> {
  const request = readSearchArguments(args, session.now());
  const db = await session.database();
  const writer = createEventWriter(request.format, session.out);
  const mark = fingerprint(request);
  let cursor: Cursor | null = null;
  let found = 0;
  for (;;) {
    session.interrupt.throwIfAborted();
    const left = request.limit === null ? MOST_A_PAGE : request.limit - found;
    const limit = Math.min(left, MOST_A_PAGE);
    const { search, order } = request;
    const page = await listEvents(db, { search, order, limit, cursor, fingerprint: mark });
    await writer.page(page.events);
    found += page.events.length;
    const { nextCursor } = page;
    if (nextCursor !== null && found !== request.limit) {
      cursor = ownCursor(nextCursor, mark);
      continue;
    }
    const place = found === 0 ? await readPlaceCoverage(db, search) : null;
    const coverage = async () => ({ ...(await readCoverage(db, search.range)), place });
    await writer.end(async () => ({ nextCursor, coverage: await coverage() }));
    if (found === 0) await say(session, await whyNothing(db, search, place));
    if (nextCursor !== null) {
      await say(
        session,
        `${counted(found, "event")} shown, and there are more: --limit all shows every one.`,
      );
    }
    return 0;
  }
}

/** The marker that a page of this very search gave. */
function ownCursor(text: string, mark: string): Cursor {
  const cursor = decodeCursor(text, mark);
  if ("problem" in cursor) throw new Error(cursor.problem.message);
  return cursor;
}
