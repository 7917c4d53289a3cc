"use client";

import { lazy, type RefObject, Suspense, useMemo } from "react";
import { viewHref } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-time.ts";
import { EventTable } from "./event-table.tsx";
import { NewerEvents } from "./newer-events.tsx";
import { unpackBurst } from "./packed-burst.ts";
import { PageLinks } from "./page-links.tsx";
import type { ResultsPage } from "./results-page.ts";
import { useEventList } from "./use-event-list.ts";
import { useExplorer } from "./use-explorer.ts";
import { usePageAhead } from "./use-page-ahead.ts";
import { useRests } from "./use-rests.ts";

// It knows how to write every export; most visits select nothing.
const SelectionBar = lazy(async () => ({
  default: (await import("./selection-bar.tsx")).SelectionBar,
}));

/** One page of events: what came since over it, the rows, the ways on, and what to do with the marked ones. */
export function EventList(props: {
  readonly page: ResultsPage;
  readonly pane: RefObject<HTMLElement | null>;
}) {
  const { page, pane } = props;
  const bursts = useMemo(() => page.bursts.map(unpackBurst), [page.bursts]);
  const rests = useRests(bursts, page.nextCursor !== null);
  const list = useEventList(rests.bursts);
  const { view } = useExplorer();
  const hrefOf = (cursor: string | null) =>
    cursor === null ? null : viewHref({ ...view, event: null, cursor });
  const nextHref = hrefOf(page.nextCursor);
  const askAhead = usePageAhead(nextHref, page.cursor !== null);
  const { topCursor } = page;
  return (
    <>
      {topCursor === null ? null : <NewerEvents key={topCursor} cursor={topCursor} pane={pane} />}
      <EventTable list={list} rests={rests} page={page} />
      <PageLinks
        order={page.order}
        previousHref={hrefOf(page.previousCursor)}
        nextHref={nextHref}
        onNearNext={askAhead}
        note={foldedNote(bursts)}
      />
      {list.selection.picked.size === 0 ? null : (
        <Suspense fallback={null}>
          <SelectionBar events={[...list.selection.picked.values()]} onClear={list.onClear} />
        </Suspense>
      )}
    </>
  );
}

/** Where rows hold several events: `312 events in 50 rows`. */
function foldedNote(bursts: readonly { readonly others: readonly unknown[] }[]): string | null {
  const events = bursts.reduce((sum, { others }) => sum + 1 + others.length, 0);
  if (events === bursts.length) return null;
  return `${formatCount(events)} events in ${formatCount(bursts.length)} ${bursts.length === 1 ? "row" : "rows"}`;
}
