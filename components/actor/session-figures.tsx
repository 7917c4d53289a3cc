import { placeWords } from "#components/event/place-words.ts";
import type { Links } from "#components/event/view.ts";
import { cutMiddle, nameOfArn } from "#components/ui/cut-middle.ts";
import type { SessionStory } from "#lib/event/session/session-story.ts";
import { shortService } from "#lib/event/short-service.ts";
import styles from "./session-figures.module.css";
import { ToolList } from "./tool-list.tsx";
import { TopList } from "./top-list.tsx";

/** What the story comes to, in figures: each leads to its events. */
export function SessionFigures({ story, links }: { readonly story: SessionStory; readonly links: Links }) {
  return (
    <aside className={styles["figures"]} aria-label="Figures">
      <TopList
        title="Changed"
        field="resource"
        links={links}
        rows={story.changed.map(({ id, type, count, calls }) => ({
          value: id,
          shown: cutMiddle(nameOfArn(id), 34),
          mono: true,
          count,
          words: calls.slice(0, 2).join(", ") + (calls.length > 2 ? " …" : ""),
          ...(type !== null && { hintNote: type }),
        }))}
        empty="Nothing, as far as the events tell."
      />
      <TopList
        title="Services"
        field="service"
        links={links}
        rows={story.services.map((one) => ({ ...one, shown: shortService(one.value) }))}
      />
      <TopList title="Errors" field="error" links={links} rows={story.errors} />
      <TopList
        title="From"
        field="ip"
        links={links}
        rows={story.addresses.map((one) => ({
          value: one.value,
          count: one.count,
          shown: shortService(one.value),
          words: placeWords(one),
          hintNote: placeWords(one),
        }))}
      />
      <ToolList agents={story.agents} links={links} />
      <TopList title="Accounts" field="account" links={links} rows={story.accounts} />
      <TopList title="Regions" field="region" links={links} rows={story.regions} />
    </aside>
  );
}
