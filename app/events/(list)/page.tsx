import type { Metadata } from "next";
import { cookies } from "next/headers";
import { Suspense } from "react";
import { EventPanel } from "#components/explorer/event-panel.tsx";
import { ExplorerFrame } from "#components/explorer/explorer-frame.tsx";
import { ExplorerHead } from "#components/explorer/explorer-head.tsx";
import { Results } from "#components/explorer/results.tsx";
import { StatusLine, StatusSkeleton } from "#components/explorer/status-line.tsx";
import { TableSkeleton } from "#components/explorer/table-skeleton.tsx";
import { FACETS_COOKIE, readFacetPreference } from "#components/facets/facet-preference.ts";
import { type Asked, ask } from "./ask.ts";
import { readPanel } from "./read-panel.ts";
import { readResults } from "./read-results.tsx";
import { readStatus } from "./read-status.ts";

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
  const panel = readPanel(asked);
  return (
    <ExplorerFrame
      localZone={asked.localZone}
      facets={readFacetPreference((await cookies()).get(FACETS_COOKIE)?.value)}
      head={
        <ExplorerHead
          problems={asked.problems}
          range={asked.search.range}
          status={
            <Suspense key={asked.key} fallback={<StatusSkeleton />}>
              <Status asked={asked} status={status} />
            </Suspense>
          }
        />
      }
    >
      <Suspense fallback={<TableSkeleton />}>
        <List results={results} />
      </Suspense>
      <Suspense fallback={null}>
        <Panel panel={panel} />
      </Suspense>
    </ExplorerFrame>
  );
}

async function Status(props: { readonly asked: Asked; readonly status: ReturnType<typeof readStatus> }) {
  const { count, coverage } = await props.status;
  return <StatusLine count={count} coverage={coverage} now={props.asked.now} zone={props.asked.zone} />;
}

async function List(props: { readonly results: ReturnType<typeof readResults> }) {
  return <Results answer={await props.results} />;
}

async function Panel(props: { readonly panel: ReturnType<typeof readPanel> }) {
  return <EventPanel initial={await props.panel} />;
}
