import type { Metadata } from "next";
import { readLocalZone } from "#app/read-zone.ts";
import { ComparePage } from "#components/event/compare-page.tsx";
import { zoneOf } from "#components/event/view.ts";
import { FailedRead } from "#components/ui/failed-read.tsx";
import { readCompared } from "./read-compared.ts";

export const metadata: Metadata = { title: "Compare events" };

/** `/events/compare?id=…&id=…`: events side by side, in the order of the address. `tz` is as in the explorer. */
export default async function CompareEventsPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { compared, view } = await readCompared(await searchParams);
  if ("failure" in compared)
    return <FailedRead title="The events could not be read." failure={compared.failure} />;
  return <ComparePage {...compared.found} view={view} zone={zoneOf(view.tz, await readLocalZone())} />;
}
