"use client";

import { PageHandleMenu } from "#components/event/page-handle-menu.tsx";
import { linksOf, viewHref } from "#components/event/view.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { Note } from "#components/ui/note.tsx";
import type { ResourceStory } from "#lib/cloudtrail/resource/resource-story.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { ChangeList } from "./change-list.tsx";
import { Choices } from "./choices.tsx";
import { ReaderTable } from "./reader-table.tsx";
import { RelatedTable } from "./related-table.tsx";
import { ResourceHead } from "./resource-head.tsx";
import styles from "./resource-page.module.css";

/** One thing: what it is, what began it, changed it, read it and ended it, and what belongs to it. */
export function ResourcePage(props: {
  readonly story: ResourceStory;
  readonly tz: string;
  readonly zone: Zone;
}) {
  const { story, tz, zone } = props;
  const view = { ...DEFAULT_VIEW, q: story.q, tz };
  const links = linksOf(view, zone);
  const toEvents = (q: string) => viewHref({ ...view, q });
  return (
    <div className={styles["page"]}>
      <nav aria-label="Back">
        <a className={styles["back"]} href={toEvents(story.q)}>
          Events
        </a>
      </nav>
      <ResourceHead story={story} links={links} toEvents={toEvents} />
      <Choices story={story} links={links} />
      {story.changes.isCut || story.readers.isCut ? (
        <Note kind="info" title="Only the newest events were looked at.">
          {`This page reads up to ${story.changes.isCut ? `the newest ${story.changes.looked} writes` : "all writes"} and ${story.readers.isCut ? `the newest ${story.readers.looked} reads` : "all reads"}. Its links lead to all of them.`}
        </Note>
      ) : null}
      <ChangeList story={story} links={links} toEvents={toEvents} />
      <ReaderTable story={story} links={links} toEvents={toEvents} />
      <RelatedTable story={story} links={links} toEvents={toEvents} />
      <PageHandleMenu view={view} />
    </div>
  );
}
