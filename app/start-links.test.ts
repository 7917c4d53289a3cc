import { expect, it } from "vitest";
import { namedQuestionHref, readyQuestions, storyLinks } from "#app/start-links.ts";
import { parseView } from "#lib/search/view-url.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const readable = (href: string) => parseView(new URL(href, "http://localhost").searchParams, NOW);

it("opens views that can be read", () => {
  const hrefs = [...readyQuestions(NOW, NOW), ...storyLinks(NOW)].map(({ href }) => href);
  expect(hrefs.length).toBeGreaterThan(8);
  expect(hrefs.flatMap((href) => readable(href).problems)).toEqual([]);
});

it("asks about the last week while events are fresh, else about all time", () => {
  expect(readyQuestions(NOW - 60_000, NOW)[0]?.href).toBe("/events?q=outcome:denied&from=now-7d");
  expect(readyQuestions(NOW - 8 * 86_400_000, NOW)[0]?.href).toBe("/events?q=outcome:denied");
  expect(readyQuestions(null, NOW)[0]?.href).toBe("/events?q=outcome:denied");
});

it("places a story in the time of the trail", () => {
  const [story] = storyLinks(NOW);
  const { view } = readable(story?.href ?? "");
  expect(view.from).toBe("2026-11-11T00:00:00Z");
  expect(view.to).toBe("2026-11-20T00:00:00Z");
});

it("makes one condition of whatever was typed", () => {
  expect(readable(namedQuestionHref(" i-0abc ", null) ?? "").view.q).toBe("resource:i-0abc");
  expect(readable(namedQuestionHref(null, "AKIAEXAMPLE OR *") ?? "").problems).toEqual([]);
  expect(readable(namedQuestionHref(null, "AKIAEXAMPLE OR *") ?? "").view.q).toContain('"AKIAEXAMPLE OR *"');
  expect(namedQuestionHref(null, null)).toBeNull();
});
