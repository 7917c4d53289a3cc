import Link from "next/link";
import { ChainList } from "#components/event/chain-list.tsx";
import { PageHandleMenu } from "#components/event/page-handle-menu.tsx";
import { linksOf, viewHref } from "#components/event/view.ts";
import { formatCount, plural } from "#components/ui/format-count.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { Note } from "#components/ui/note.tsx";
import { asRoute } from "#components/ui/route.ts";
import type { Chain, IssuedNode } from "#lib/event/chain.ts";
import type { SessionStory } from "#lib/event/session/session-story.ts";
import { DEFAULT_VIEW, type View } from "#lib/search/view-url.ts";
import { IssuedTree } from "./issued-tree.tsx";
import { Section } from "./section.tsx";
import { SessionFigures } from "./session-figures.tsx";
import { SessionHead } from "./session-head.tsx";
import styles from "./session-page.module.css";
import { StepList } from "./step-list.tsx";

const MOST_STEPS = 400;

/** One credential from birth to end: what it is, how it came to be, what it did in order, what it issued. */
export function SessionPage(props: {
  readonly chain: Chain;
  readonly others: readonly Chain[];
  readonly issued: IssuedNode | null;
  readonly story: SessionStory | null;
  readonly tz: string;
  readonly zone: Zone;
}) {
  const { chain, story, zone, issued } = props;
  const view = viewOf(story, props.tz);
  const links = linksOf(view, zone);
  return (
    <div className={styles["page"]}>
      <SessionHead chain={chain} story={story} issued={issued} links={links} eventsHref={viewHref(view)} />
      {props.others.length === 0 ? null : (
        <Note kind="warning" title="Records contradict one another: this key has other holders as well.">
          {`${formatCount(props.others.length)} more, as forged or masked logs would have it. This page is about the one that used it last.`}
        </Note>
      )}
      <div className={styles["columns"]}>
        <div className={styles["main"]}>
          <Section title="How it came to be">
            <ChainList chain={chain} links={links} />
          </Section>
          {story === null ? (
            <Section title="What it did">
              <p className={styles["quiet"]}>
                No loaded event was made with it. It may never have been used, or its logs are not loaded.
              </p>
            </Section>
          ) : (
            <Section title="What it did, in order" note={toldWords(story)}>
              <StepList
                steps={story.steps.slice(0, MOST_STEPS)}
                links={links}
                account={story.accounts[0]?.value ?? null}
              />
              {story.steps.length <= MOST_STEPS ? null : (
                <p className={styles["quiet"]}>
                  {`${formatCount(story.steps.length - MOST_STEPS)} steps more: `}
                  <Link className={styles["link"]} href={asRoute(viewHref({ ...view, order: "asc" }))}>
                    read on in the events
                  </Link>
                </p>
              )}
            </Section>
          )}
          {issued === null || (issued.issued.length === 0 && !issued.isCut) ? null : (
            <Section title="What it issued">
              <IssuedTree node={issued} links={links} />
            </Section>
          )}
        </div>
        {story === null ? null : <SessionFigures story={story} links={links} />}
      </div>
      <PageHandleMenu view={view} />
    </div>
  );
}

/** The explorer with exactly this credential's events. */
function viewOf(story: SessionStory | null, tz: string): View {
  if (story === null) return { ...DEFAULT_VIEW, tz };
  return { ...DEFAULT_VIEW, q: story.q, from: story.from, to: story.to, tz };
}

function toldWords({ told, events, steps }: SessionStory): string {
  const inSteps = `${plural(told, "event")} in ${plural(steps.length, "step")}`;
  if (told >= events.count) return inSteps;
  return `${inSteps}, of ${events.isExact ? "" : "at least "}${formatCount(events.count)}`;
}
