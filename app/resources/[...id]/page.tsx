import type { Metadata } from "next";
import { ResourceParameters } from "#app/api/contract/resource-schemas.ts";
import { orFailure } from "#app/or-failure.ts";
import { readOne, readPageZone, type SearchParameters } from "#app/read-zone.ts";
import { readableSegment } from "#app/readable-segment.ts";
import { ResourcePage } from "#components/resource/resource-page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FailedRead } from "#components/ui/failed-read.tsx";
import { Text } from "#components/ui/text.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { database } from "#lib/db/database.ts";
import { readResource } from "#lib/db/resources/read-resource.ts";
import { queryFor } from "#lib/search/edit-query.ts";
import { DEFAULT_VIEW, formatView } from "#lib/search/view-url.ts";

type Props = {
  readonly params: Promise<{ readonly id: string[] }>;
  readonly searchParams: Promise<SearchParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: visibleText(readableSegment((await params).id.join("/"))) };
}

/** One thing, by any ARN, id or name. Slashes may stand in the address as they are, or encoded. */
export default async function OneResourcePage({ params, searchParams }: Props) {
  const id = readableSegment((await params).id.join("/"));
  const parameters = await searchParams;
  const zone = await readPageZone(parameters);
  const hints = ResourceParameters.safeParse({
    type: readOne(parameters["type"]) ?? undefined,
    account: readOne(parameters["account"]) ?? undefined,
  });
  const { type = null, account = null } = hints.data ?? {};
  const read = await orFailure(() => readResource(database(), { id, type, account }));
  if ("failure" in read) return <FailedRead title="The resource could not be read." failure={read.failure} />;
  if (read.found === null) return <NothingFound id={id} />;
  return <ResourcePage story={read.found} tz={readOne(parameters["tz"]) ?? "utc"} zone={zone} />;
}

function NothingFound({ id }: { readonly id: string }) {
  const everywhere = formatView({ ...DEFAULT_VIEW, q: queryFor("resource", `*${id}*`) });
  return (
    <EmptyState
      level={1}
      title="No loaded event names this resource."
      actions={
        <>
          <TzButtonLink
            look="main"
            href={`/events?${formatView({ ...DEFAULT_VIEW, q: JSON.stringify(id) })}`}
          >
            Search all values for it
          </TzButtonLink>
          <TzButtonLink href={`/events?${everywhere}`}>Search names like it</TzButtonLink>
          <TzButtonLink href="/sources">See what is loaded</TzButtonLink>
        </>
      }
    >
      <p>
        <Text>{id}</Text> stands in no event as a resource: nothing happened to it, its logs are not loaded,
        or it has another name there.
      </p>
    </EmptyState>
  );
}
