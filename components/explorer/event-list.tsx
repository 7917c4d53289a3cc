"use client";

import { lazy, type RefObject, Suspense, useMemo } from "react";
import { viewHref } from "#components/event/view.ts";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { EventTable } from "./event-table.tsx";
import { viewOfList } from "./list-key.ts";
import { NewerEvents } from "./newer-events.tsx";
import { unpackBursts } from "./packed-bursts.ts";
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

/**
 * One page of events: what came since over it, the rows, the ways on, and what to do with the marked ones. The page may
 * be of another list than the one that is asked for, which is on its way or has failed: `listKey` says of which.
 */
export function EventList(props: {
  readonly page: ResultsPage;
  readonly listKey: string;
  readonly pane: RefObject<HTMLElement | null>;
}) {
  const { page, listKey, pane } = props;
  const asked = useExplorer().view;
  const view = useMemo(() => viewOfList(listKey, asked), [listKey, asked]);
  const bursts = useMemo(() => unpackBursts(page.bursts), [page.bursts]);
  const rests = useRests(bursts, page.nextCursor !== null, view);
  const list = useEventList(rests.bursts);
  const hrefOf = (cursor: string | null) =>
    cursor === null ? null : viewHref({ ...view, event: null, cursor });
  const nextHref = hrefOf(page.nextCursor);
  const askAhead = usePageAhead(nextHref, page.cursor !== null);
  const { topCursor } = page;
  return (
    <>
      {topCursor === null ? null : <NewerEvents key={topCursor} cursor={topCursor} view={view} pane={pane} />}
      <EventTable list={list} rests={rests} page={page} view={view} />
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
  return `${formatCount(events)} events in ${plural(bursts.length, "row")}`;
}
