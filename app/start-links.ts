import { viewHref } from "#components/event/view.ts";
import type { ReadyQuestion } from "#components/start/questions.tsx";
import type { StoryLink } from "#components/start/stories.tsx";
import { isoTime } from "#lib/base/iso-time.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";
import { questionWindow } from "#lib/sample/stories/story.ts";
import { queryFor } from "#lib/search/edit-query.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";

const WEEK = 7 * 86_400_000;

const QUESTIONS = [
  { question: "What was denied?", q: "outcome:denied" },
  { question: "What changed?", q: "is:write" },
  { question: "Who signed in to the console, and who as root?", q: "event:ConsoleLogin OR identity:Root" },
] as const;

/**
 * The ready questions over the last seven days; where the newest event is older than that, over all time, so that
 * none of them opens an empty page for no reason. Times are milliseconds since 1970.
 */
export function readyQuestions(newestEvent: number | null, now: number): readonly ReadyQuestion[] {
  const from = newestEvent !== null && now - newestEvent < WEEK ? "now-7d" : null;
  return QUESTIONS.map(({ question, q }) => ({ question, q, href: viewHref({ ...DEFAULT_VIEW, q, from }) }));
}

/** The sample's stories as searches, in the trail that ends at `end`. */
export function storyLinks(end: number): readonly StoryLink[] {
  return STORIES.map((story) => {
    const { from, to } = questionWindow(story, end);
    const view = { ...DEFAULT_VIEW, q: story.q, from: isoTime(from), to: isoTime(to) };
    return { id: story.id, title: story.title, question: story.question, href: viewHref(view) };
  });
}

/** The view that a question about one name opens: `resource` or `key`. null where none was asked. */
export function namedQuestionHref(resource: string | null, key: string | null): string | null {
  if (resource !== null) return viewHref({ ...DEFAULT_VIEW, q: queryFor("resource", resource.trim()) });
  if (key !== null) return viewHref({ ...DEFAULT_VIEW, q: queryFor("key", key.trim()) });
  return null;
}
