"use client";

import type { FoundEvent } from "#components/event/event-detail.ts";
import { EventStory } from "#components/event/event-story.tsx";
import { eventHref } from "#components/event/page-of.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { CopyableId } from "#components/ui/copyable.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { withTz } from "#components/ui/with-tz.ts";
import styles from "./event-panel.module.css";
import { closePanel } from "./explorer-keys.tsx";
import { type EventState, useEvent } from "./use-event.ts";
import { useExplorer } from "./use-explorer.ts";

/**
 * What the event panel holds, while the address names an event. What the server already read for the first page is
 * given; others are fetched when they are opened, without reading the list again.
 */
export function OpenEvent({ initial }: { readonly initial: FoundEvent | null }) {
  const explorer = useExplorer();
  const { view } = explorer;
  const state = useEvent(view.event, initial);
  if (view.event === null) return null;
  const name = state.kind === "found" ? state.found.detail?.event.eventName : undefined;
  const label = name === undefined ? "Event" : `Event ${visibleText(name)}`;
  return (
    <aside className={styles["panel"]} aria-label={label}>
      <PanelHead
        href={withTz(eventHref(view.event), view.tz)}
        id={view.event}
        close={() => closePanel(explorer)}
      />
      <PanelBody key={view.event} state={state} />
    </aside>
  );
}

function PanelHead(props: { readonly id: string; readonly href: string; readonly close: () => void }) {
  const { id, href, close } = props;
  return (
    <header className={styles["head"]}>
      <h2 className={styles["title"]}>Event</h2>
      <CopyableId value={id} label="event id" most={18} />
      <span className={styles["gap"]} />
      <ButtonLink
        look="quiet"
        square
        href={href}
        aria-label="Open the event's page"
        data-hint="Open the event's page"
      >
        <Icon name="open" />
      </ButtonLink>
      <Button look="quiet" square aria-label="Close" data-hint="Close  Esc" onClick={close}>
        <Icon name="close" />
      </Button>
    </header>
  );
}

function PanelBody({ state }: { readonly state: EventState }) {
  const { view, zone } = useExplorer();
  switch (state.kind) {
    case "none":
      return null;
    case "loading":
      return <PanelSkeleton />;
    case "failed":
      return (
        <div className={styles["body"]}>
          <Note
            kind="problem"
            title="The event could not be read."
            actions={<Button onClick={state.retry}>Try again</Button>}
          >
            {state.message}
          </Note>
        </div>
      );
    case "found":
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keys
        <section className={styles["body"]} tabIndex={0} aria-label="Details">
          <OtherAccounts found={state.found} tz={view.tz} />
          {state.found.detail === null ? (
            <Note kind="warning" title="No loaded event has this id.">
              It may be loaded elsewhere, or have been dropped by retention.
            </Note>
          ) : (
            <EventStory detail={state.found.detail} view={view} zone={zone} />
          )}
        </section>
      );
  }
}

/** Logs that were rewritten on their way can give events of several accounts one id. */
function OtherAccounts({ found, tz }: { readonly found: FoundEvent; readonly tz: string }) {
  if (found.others.length === 0) return null;
  const accounts = found.others.map(({ account }) => account ?? "no account").join(", ");
  return (
    <Note kind="info" title={`An event of this id was also delivered for ${visibleText(accounts)}.`}>
      <a className={styles["link"]} href={withTz(eventHref(found.id), tz)}>
        See all of them
      </a>
    </Note>
  );
}

/** The panel while its event is read: a sentence and the four blocks, in their places. */
function PanelSkeleton() {
  return (
    <div className={styles["body"]}>
      <StorySkeleton />
    </div>
  );
}

function StorySkeleton() {
  return (
    <div className={styles["story"]} role="status" aria-label="Loading the event">
      <div className={styles["lines"]}>
        <Skeleton />
        <Skeleton width="phrase" />
      </div>
      {["who", "what", "where", "how"].map((block) => (
        <div key={block} className={styles["lines"]}>
          <Skeleton width="word" />
          <Skeleton width="phrase" />
          <Skeleton />
          <Skeleton width="phrase" />
          <Skeleton width="name" />
        </div>
      ))}
    </div>
  );
}
