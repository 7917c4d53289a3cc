import type { Metadata } from "next";
import { cookies } from "next/headers";
import { ComparePage } from "#components/event/compare-page.tsx";
import { zoneOf } from "#components/event/view.ts";
import { LOCAL_ZONE_COOKIE } from "#components/shell/preferences.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { readZone } from "#components/ui/format-time.ts";
import { Note } from "#components/ui/note.tsx";
import { RetryButton } from "#components/ui/retry-button.tsx";
import { readCompared } from "./read-compared.ts";

export const metadata: Metadata = { title: "Compare events" };

/** `/events/compare?id=…&id=…`: events side by side, in the order of the address. `tz` is as in the explorer. */
export default async function CompareEventsPage({
  searchParams,
}: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { compared, view, failure } = await readCompared(await searchParams);
  if (failure !== null)
    return (
      <EmptyState level={1} title="The events could not be read." actions={<RetryButton />}>
        <Note kind="problem" title={failure.message}>
          {failure.remedy}
        </Note>
      </EmptyState>
    );
  const localZone = readZone((await cookies()).get(LOCAL_ZONE_COOKIE)?.value);
  return <ComparePage {...compared} view={view} zone={zoneOf(view.tz, localZone)} />;
}
