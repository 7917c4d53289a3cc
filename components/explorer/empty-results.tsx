import { viewHref } from "#components/event/view.ts";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { formatInstant, type Zone } from "#components/ui/format-time.ts";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { isoSecond } from "#lib/base/iso-time.ts";
import type { Nearest } from "#lib/search/loosen-query.ts";
import { namePlaces } from "#lib/search/named-places.ts";
import type { View } from "#lib/search/view-url.ts";
import type { WhyEmpty } from "#lib/search/why-empty.ts";
import { describeSpan } from "./describe-span.ts";
import { LooserQueries, MeantColons, NearestWords } from "./nearest-results.tsx";

/** Says which nothing it is, and offers the next step. */
export function EmptyResults(props: {
  readonly why: WhyEmpty;
  /** What the filter leaves out would be; null where no filter is in the way. */
  readonly nearest: Nearest | null;
  readonly view: View;
  readonly zone: Zone;
}) {
  const { why, nearest, view, zone } = props;
  const span = describeSpan(view.from, view.to, zone);
  switch (why.kind) {
    case "nothing-loaded-at-all":
      return (
        <EmptyState
          title={why.syncing ? "Nothing is loaded yet. A source is loading now." : "Nothing is loaded yet."}
          actions={
            <TzButtonLink look="main" href="/sources">
              {why.sources === 0 ? "Add a source" : "Go to the sources"}
            </TzButtonLink>
          }
        >
          <p>
            Waymark shows events once it has read log objects: from a bucket, from files, or from the sample
            trail.
          </p>
        </EmptyState>
      );
    case "nothing-loaded":
      return (
        <EmptyState
          title="Nothing was loaded for this time."
          actions={
            <>
              <LoadedLink why={why} view={view} />
              <TzButtonLink href="/sources">Go to the sources</TzButtonLink>
            </>
          }
        >
          <p>
            No log object that was loaded is about this time ({span}), so what happened in it is not known
            here.
          </p>
          {why.oldest === null || why.newest === null ? null : (
            <p>
              Events are loaded from {formatInstant(Date.parse(why.oldest), zone)} to{" "}
              {formatInstant(Date.parse(why.newest), zone)}.
            </p>
          )}
        </EmptyState>
      );
    case "place-not-loaded":
      return (
        <EmptyState
          title={`Nothing was loaded for ${visibleText(namePlaces(why.place))} in this time.`}
          actions={
            <>
              <AllTime view={view} look="main" />
              <ButtonLink href={viewHref({ ...view, q: "", cursor: null })}>Remove the filter</ButtonLink>
              <TzButtonLink href="/sources">Go to the sources</TzButtonLink>
            </>
          }
        >
          <p>
            No log object that was loaded tells of it ({span}), so what happened there is not known here. Logs
            of other places in this time are loaded.
          </p>
        </EmptyState>
      );
    case "removed":
      return (
        <EmptyState
          title="The events of this time were removed."
          actions={
            <>
              <AllTime view={view} look="main" />
              <TzButtonLink href="/sources">Go to the sources</TzButtonLink>
            </>
          }
        >
          <p>
            {formatCount(why.events)} events of it ({span}) were loaded once. No source keeps them so long.
            {why.oldest === null ? "" : ` The oldest that is kept is of ${why.oldest.slice(0, 10)}.`}
          </p>
        </EmptyState>
      );
    case "excluded":
      return <Excluded why={why} nearest={nearest} view={view} span={span} />;
    case "nothing-happened":
      return (
        <EmptyState title="Nothing happened in this time." actions={<AllTime view={view} />}>
          <p>
            {why.objects === 1 ? "One log object" : `${formatCount(why.objects)} log objects`} about this time
            ({span}) were loaded; none holds an event of it.
          </p>
        </EmptyState>
      );
  }
}

function Excluded(props: {
  readonly why: Extract<WhyEmpty, { kind: "excluded" }>;
  readonly nearest: Nearest | null;
  readonly view: View;
  readonly span: string;
}) {
  const { why, nearest, view, span } = props;
  const ofAllTime = nearest?.allTime?.count ?? null;
  const isOfOtherTime = ofAllTime !== null && ofAllTime > 0;
  const isOnlyStep = !isOfOtherTime && (nearest?.looser ?? []).length === 0;
  return (
    <EmptyState
      title={excludedTitle(why)}
      actions={
        <>
          {ofAllTime === 0 ? null : <AllTime view={view} {...(isOfOtherTime && { look: "main" })} />}
          <ButtonLink {...(isOnlyStep && { look: "main" })} href={viewHref({ ...view, q: "", cursor: null })}>
            Remove the filter
          </ButtonLink>
        </>
      }
    >
      {why.syncing ? (
        <p>A source is loading now, and may bring what you look for. Open this page again in a moment.</p>
      ) : null}
      <p>Time: {span}.</p>
      <MeantColons view={view} />
      {nearest === null ? null : <NearestWords nearest={nearest} q={view.q} />}
      {nearest === null ? null : <LooserQueries nearest={nearest} view={view} />}
    </EmptyState>
  );
}

/** While a source loads, what it has not brought yet is not excluded. */
function excludedTitle({ count, syncing }: Extract<WhyEmpty, { kind: "excluded" }>): string {
  const events = plural(count.count, "event");
  if (syncing) return `Nothing found yet in ${count.exact ? "" : "at least "}${events} of this time.`;
  return `Your filter excludes all ${count.exact ? "" : "of at least "}${events} of this time.`;
}

/** Nothing where all time was searched. */
function AllTime({ view, look }: { readonly view: View; readonly look?: "main" }) {
  if (view.from === null && view.to === null) return null;
  return (
    <ButtonLink {...(look && { look })} href={viewHref({ ...view, from: null, to: null, cursor: null })}>
      Search all time
    </ButtonLink>
  );
}

function LoadedLink(props: {
  readonly why: Extract<WhyEmpty, { kind: "nothing-loaded" }>;
  readonly view: View;
}) {
  const { oldest, newest } = props.why;
  if (oldest === null || newest === null) return null;
  // The end of a span is not part of it: a second more takes the newest event in.
  const loaded = {
    from: isoSecond(Date.parse(oldest)),
    to: isoSecond(Date.parse(newest) + 1000),
    cursor: null,
  };
  return (
    <ButtonLink look="main" href={viewHref({ ...props.view, ...loaded })}>
      Show what was loaded
    </ButtonLink>
  );
}
