"use client";

import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { NeighbourhoodKind } from "#lib/search/neighbourhoods.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import styles from "./around.module.css";
import type { Neighbours } from "./fetch-neighbours.ts";
import { NeighbourRow, type RowProps } from "./neighbour-row.tsx";
import { useNeighbours } from "./use-neighbours.ts";
import { viewHref } from "./view.ts";

const TITLES: Readonly<Record<NeighbourhoodKind, string>> = {
  session: "Same session, an hour around",
  resource: "Same resource, a day around",
  actor: "Same actor in other sessions, an hour around",
  account: "In the account, five minutes around",
};

type AroundProps = Omit<RowProps, "other">;

/** What happened around an event, read after everything else; nothing at all where nothing did. */
export function Around(props: AroundProps) {
  const { place, state } = useNeighbours(props.event);
  if (state.kind === "found" && state.found.length === 0) return null;
  return (
    <section ref={place} className={styles["around"]}>
      <h3 className={styles["title"]}>Around it</h3>
      {state.kind === "loading" ? (
        <>
          <AroundSkeleton />
          <p className={styles["unread"]}>Not loaded when this was printed.</p>
        </>
      ) : null}
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
      <ul>
        {events.map((other) => (
          <NeighbourRow key={`${other.eventId} ${other.account}`} other={other} {...props} />
        ))}
      </ul>
    </section>
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
