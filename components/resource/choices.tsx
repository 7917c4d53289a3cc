import { resourceHref } from "#components/event/resource-href.ts";
import type { Links } from "#components/event/view.ts";
import { plural } from "#components/ui/format-count.ts";
import linkStyles from "#components/ui/links.module.css";
import { Note } from "#components/ui/note.tsx";
import { Text } from "#components/ui/text.tsx";
import type { ResourceStory } from "#lib/cloudtrail/resource/resource-story.ts";
import part from "./part.module.css";
import { typeWords } from "./words.ts";

const MOST = 30;

/** The things that one name stands for, each a link; nothing where there is only one. */
export function Choices({ story, links }: { readonly story: ResourceStory; readonly links: Links }) {
  const { id, choices } = story;
  if (choices.length === 0) return null;
  return (
    <Note
      kind="warning"
      title={`This name stands for ${choices.length} things. What follows is of all of them.`}
    >
      <ul className={part["choices"]}>
        {choices.slice(0, MOST).map(({ type, account, events }) => (
          <li key={`${type} ${account}`}>
            <a
              className={linkStyles["link"]}
              href={links.page(resourceHref(id, { type, account }) ?? "/events")}
            >
              <Text>{type === null ? "of no known type" : typeWords(type)}</Text>
              {account === null ? "" : ` in ${account}`}
            </a>
            {`, ${plural(events, "event")}`}
          </li>
        ))}
      </ul>
    </Note>
  );
}
