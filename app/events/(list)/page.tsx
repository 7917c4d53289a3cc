import { setTimeout as sleep } from "node:timers/promises";
import type { Metadata } from "next";
import { cookies } from "next/headers";
import { type ReactNode, Suspense } from "react";
import { AnswersAhead } from "#components/explorer/answers-ahead.tsx";
import { EventPanel } from "#components/explorer/event-panel.tsx";
import { ExplorerFrame } from "#components/explorer/explorer-frame.tsx";
import { ExplorerHead } from "#components/explorer/explorer-head.tsx";
import { GapNote } from "#components/explorer/gap-note.tsx";
import { Results } from "#components/explorer/results.tsx";
import { StatusLine, StatusSkeleton } from "#components/explorer/status-line.tsx";
import { TableSkeleton } from "#components/explorer/table-skeleton.tsx";
import { FACETS_COOKIE, readFacetPreference } from "#components/facets/facet-preference.ts";
import { requestTab } from "#lib/server/request-signal.ts";
import { type Asked, ask } from "./ask.ts";
import { readPanel } from "./read-panel.ts";
import { readResults } from "./read-results.tsx";
import { readMissing, readStatus } from "./read-status.ts";

export const metadata: Metadata = { title: "Events" };

/** The explorer. The address is read once; every read starts at once and streams into its place. */
export default async function EventsPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const asked = await ask(await searchParams);
  const status = readStatus(asked);
  const results = readResults(asked);
  const missing = readMissing(asked, status);
  const panel = readPanel(asked);
  // They may fail before anybody waits for them.
  void Promise.allSettled([results, missing, panel]);
  const line = await soon(status);
  const facets = readFacetPreference((await cookies()).get(FACETS_COOKIE)?.value);
  return (
    <ExplorerFrame
      localZone={asked.localZone}
      tab={requestTab()}
      opening={results.then(nothing, nothing)}
      facets={facets}
      head={
        <ExplorerHead
          problems={asked.problems}
          range={asked.search.range}
          status={
            line === null ? (
              <Suspense key={asked.key} fallback={<StatusSkeleton />}>
                <Status asked={asked} status={status} missing={missing} />
              </Suspense>
            ) : (
              <Line asked={asked} line={line} missing={missing} />
            )
          }
        />
      }
    >
      <Suspense fallback={<TableSkeleton />}>
        <List results={results}>
          <AnswersAhead view={asked.view} facets={facets} />
        </List>
      </Suspense>
      <Suspense fallback={null}>
        <Panel panel={panel} />
      </Suspense>
    </ExplorerFrame>
  );
}

/** Milliseconds. */
const SOON = 50;

/** What mostly comes at once needs no skeleton then, and is part of the first paint; null where it takes longer. */
async function soon<T>(read: Promise<T>): Promise<T | null> {
  return Promise.race([read, sleep(SOON, null)]);
}

function nothing(): null {
  return null;
}

type Status = ReturnType<typeof readStatus>;
type Missing = ReturnType<typeof readMissing>;

async function Status(props: { readonly asked: Asked; readonly status: Status; readonly missing: Missing }) {
  return <Line asked={props.asked} line={await props.status} missing={props.missing} />;
}

function Line(props: { readonly asked: Asked; readonly line: Awaited<Status>; readonly missing: Missing }) {
  const { now, zone } = props.asked;
  return (
    <StatusLine {...props.line} now={now} zone={zone}>
      {/* Counting does not wait for what is missing. */}
      <Suspense fallback={null}>
        <Missing asked={props.asked} missing={props.missing} />
      </Suspense>
    </StatusLine>
  );
}

async function Missing(props: { readonly asked: Asked; readonly missing: Missing }) {
  const gaps = await props.missing;
  const { view, search, now, zone } = props.asked;
  if (gaps === null) return null;
  return (
    <GapNote gaps={gaps} view={view} end={Math.min(search.range.to ?? now, now)} now={now} zone={zone} />
  );
}

/** What stands in it is drawn after the list is read. */
async function List(props: {
  readonly results: ReturnType<typeof readResults>;
  readonly children: ReactNode;
}) {
  const answer = await props.results;
  return (
    <>
      <Results answer={answer} />
      {props.children}
    </>
  );
}

async function Panel(props: { readonly panel: ReturnType<typeof readPanel> }) {
  return <EventPanel initial={await props.panel} />;
}
