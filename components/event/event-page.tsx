"use client";

import { CopyableId } from "#components/ui/copyable.tsx";
import type { Zone } from "#components/ui/format-time.ts";
import { Text } from "#components/ui/text.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { withTz } from "#components/ui/with-tz.ts";
import type { View } from "#lib/search/view-url.ts";
import { compareHref } from "./compare-href.ts";
import type { EventDetail } from "./event-detail.ts";
import styles from "./event-page.module.css";
import { EventStory } from "./event-story.tsx";
import { PageHandleMenu } from "./page-handle-menu.tsx";
import { eventHref } from "./page-of.ts";
import { viewHref } from "./view.ts";

/** One event on a page of its own; several where several accounts have one of this id. */
export function EventPage(props: {
  readonly id: string;
  readonly details: readonly EventDetail[];
  readonly view: View;
  readonly zone: Zone;
}) {
  const { id, details, view, zone } = props;
  return (
    <div className={styles["page"]}>
      <nav aria-label="Back">
        <a className={styles["back"]} href={viewHref(view)}>
          Events
        </a>
      </nav>
      <h1>
        <VisuallyHidden>Event</VisuallyHidden>
      </h1>
      {details.map((detail) => (
        <section key={`${detail.object.key} ${detail.object.ordinal}`} className={styles["event"]}>
          <header className={styles["head"]}>
            <h2 className={styles["title"]}>
              <Text>{detail.event.eventName}</Text>
            </h2>
            <CopyableId value={id} label="event id" most={40} />
            <a className={styles["compare"]} href={compareHref([id], view.tz)}>
              Compare with…
            </a>
          </header>
          <EventStory
            detail={detail}
            view={view}
            zone={zone}
            open={(other) => withTz(eventHref(other), view.tz)}
          />
        </section>
      ))}
      <PageHandleMenu view={view} />
    </div>
  );
}
