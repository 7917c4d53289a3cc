"use client";

import { Button } from "#components/ui/button.tsx";
import { nameOfArn } from "#components/ui/cut-middle.ts";
import { MiddleCut } from "#components/ui/middle-cut.tsx";
import { Note } from "#components/ui/note.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { Text } from "#components/ui/text.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Event } from "#lib/event/event.ts";
import { shortService } from "#lib/event/short-service.ts";
import type { NeighbourhoodKind } from "#lib/search/neighbourhoods.ts";
import { DEFAULT_VIEW, type View } from "#lib/search/view-url.ts";
import styles from "./around.module.css";
import { compareHref } from "./compare-href.ts";
import { describeOffset } from "./describe-offset.ts";
import type { Neighbours } from "./fetch-neighbours.ts";
import { Mark } from "./mark.tsx";
import { OutcomeHandle } from "./outcome.tsx";
import { useNeighbours } from "./use-neighbours.ts";
import { type Links, viewHref } from "./view.ts";

const TITLES: Readonly<Record<NeighbourhoodKind, string>> = {
  session: "Same session, an hour around",
  resource: "Same resource, a day around",
  actor: "Same actor in other sessions, an hour around",
  account: "In the account, five minutes around",
};

type AroundProps = {
  readonly event: Event;
  readonly view: View;
  readonly links: Links;
  /** Where a neighbour opens: beside the list, or on its page. */
  readonly open: (eventId: string) => string;
};

/** What happened around an event, read after everything else; nothing at all where nothing did. */
export function Around(props: AroundProps) {
  const { place, state } = useNeighbours(props.event);
  if (state.kind === "found" && state.found.length === 0) return null;
  return (
    <section ref={place} className={styles["around"]}>
      <h3 className={styles["title"]}>Around it</h3>
      {state.kind === "loading" ? <AroundSkeleton /> : null}
      {state.kind === "failed" ? (
        <Note
          kind="problem"
          title="What happened around it could not be read."
          actions={<Button onClick={state.retry}>Try again</Button>}
        >
          {state.message}
        </Note>
      ) : null}
      {state.kind === "found"
        ? state.found.map((neighbours) => <Group key={neighbours.kind} neighbours={neighbours} {...props} />)
        : null}
    </section>
  );
}

function Group({ neighbours, ...props }: AroundProps & { readonly neighbours: Neighbours }) {
  const { kind, q, from, to, events, isMore } = neighbours;
  const { tz, columns } = props.view;
  const href = viewHref({ ...DEFAULT_VIEW, tz, columns, q, from, to, event: props.event.eventId });
  return (
    <section className={styles["group"]}>
      <header className={styles["head"]}>
        <h4>{TITLES[kind]}</h4>
        <a className={styles["more"]} href={href}>
          {isMore ? "See all" : "See in the list"}
          <VisuallyHidden>{`: ${TITLES[kind]}`}</VisuallyHidden>
        </a>
      </header>
      <ul className={styles["rows"]}>
        {events.map((other) => (
          <Row key={`${other.eventId} ${other.account}`} other={other} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Row({ other, event, view, links, open }: AroundProps & { readonly other: Event }) {
  const when = describeOffset(Date.parse(other.eventTime), Date.parse(event.eventTime));
  const [resource] = other.resources;
  const name = visibleText(other.eventName);
  return (
    <li className={styles["row"]} data-neighbour={other.eventId}>
      <span className={styles["when"]}>{when}</span>
      <span className={styles["what"]}>
        <Mark event={other} links={links} />
        <a className={styles["open"]} href={open(other.eventId)} aria-label={`Open ${name}, ${when}`}>
          <Text>{other.eventName}</Text>
        </a>
        {other.outcome === "success" ? null : <OutcomeHandle event={other} links={links} />}
      </span>
      <span className={styles["who"]}>
        <Text>{shortService(other.actor.name)}</Text>
      </span>
      <span className={styles["resource"]}>
        {resource === undefined ? null : <MiddleCut>{nameOfArn(resource.id)}</MiddleCut>}
      </span>
      <a
        className={styles["compare"]}
        href={compareHref([event.eventId, other.eventId], view.tz)}
        aria-label={`Compare with ${name}, ${when}`}
      >
        Compare
      </a>
    </li>
  );
}

function AroundSkeleton() {
  return (
    <div className={styles["loading"]} role="status" aria-label="Loading what happened around it">
      <Skeleton width="phrase" />
      <Skeleton />
      <Skeleton />
      <Skeleton />
    </div>
  );
}
