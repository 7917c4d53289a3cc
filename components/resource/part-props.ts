import type { Links } from "#components/event/view.ts";
import type { ResourceStory } from "#lib/cloudtrail/resource/resource-story.ts";

/** What each part of the page is given. */
export type PartProps = {
  readonly story: ResourceStory;
  readonly links: Links;
  /** The explorer with this query. */
  readonly toEvents: (q: string) => string;
};
