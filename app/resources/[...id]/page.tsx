import type { Metadata } from "next";
import { cache } from "react";
import { ResourceParameters } from "#app/api/contract/resource-schemas.ts";
import { readOne, readPageZone, type SearchParameters } from "#app/read-zone.ts";
import { ResourcePage } from "#components/resource/resource-page.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Note } from "#components/ui/note.tsx";
import { RetryButton } from "#components/ui/retry-button.tsx";
import { Text } from "#components/ui/text.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { ResourceStory } from "#lib/cloudtrail/resource/resource-story.ts";
import { database } from "#lib/db/database.ts";
import { readResource } from "#lib/db/resources/read-resource.ts";
import { addCondition } from "#lib/search/edit-query.ts";
import { DEFAULT_VIEW, formatView } from "#lib/search/view-url.ts";
import { type Failure, isFailure } from "#lib/server/failure.ts";

type Props = {
  readonly params: Promise<{ readonly id: string[] }>;
  readonly searchParams: Promise<SearchParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: visibleText(readId((await params).id)) };
}

/** One thing, by any ARN, id or name. Slashes may stand in the address as they are, or encoded. */
export default async function OneResourcePage({ params, searchParams }: Props) {
  const id = readId((await params).id);
  const parameters = await searchParams;
  const zone = await readPageZone(parameters);
  const hints = ResourceParameters.safeParse({
    type: readOne(parameters["type"]) ?? undefined,
    account: readOne(parameters["account"]) ?? undefined,
  });
  const { type = null, account = null } = hints.data ?? {};
  const read = await readStory(id, type, account);
  if ("failure" in read) return <FailedRead failure={read.failure} />;
  if (read.story === null) return <NothingFound id={id} />;
  return <ResourcePage story={read.story} tz={readOne(parameters["tz"]) ?? "utc"} zone={zone} />;
}

/** The address gives its segments encoded; a stray percent sign stays one. */
function readId(segments: readonly string[]): string {
  const text = segments.join("/");
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

type Read = { readonly story: ResourceStory | null } | { readonly failure: Failure };

const readStory = cache(async (id: string, type: string | null, account: string | null): Promise<Read> => {
  try {
    return { story: await readResource(database(), { id, type, account }) };
  } catch (error) {
    if (isFailure(error)) return { failure: error };
    throw error;
  }
});

function NothingFound({ id }: { readonly id: string }) {
  const everywhere = formatView({ ...DEFAULT_VIEW, q: addCondition("", "resource", `*${id}*`) });
  return (
    <EmptyState
      level={1}
      title="No loaded event names this resource."
      actions={
        <>
          <ButtonLink look="main" href={`/events?${formatView({ ...DEFAULT_VIEW, q: JSON.stringify(id) })}`}>
            Search all values for it
          </ButtonLink>
          <ButtonLink href={`/events?${everywhere}`}>Search names like it</ButtonLink>
          <ButtonLink href="/sources">See what is loaded</ButtonLink>
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

function FailedRead({ failure }: { readonly failure: Failure }) {
  return (
    <EmptyState level={1} title="The resource could not be read." actions={<RetryButton />}>
      <Note kind="problem" title={failure.message}>
        {failure.remedy}
      </Note>
    </EmptyState>
  );
}
