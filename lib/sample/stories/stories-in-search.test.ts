import { expect, test } from "vitest";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";
import { questionWindow } from "#lib/sample/stories/story.ts";
import { distinctRecords } from "#lib/sample/testing/records.ts";
import { matchesRecord } from "#lib/search/match.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

const trail = sampleTrail({ seed: 4, events: 10_000, days: 12, end: Date.parse("2026-11-20T09:30:00Z") });
const records = distinctRecords(trail).map((record) => {
  const reading = readRecord(record);
  if (reading.kind === "refused") throw new Error(reading.refusal.message);
  return reading.record;
});

test.each(STORIES.flatMap((story) => [story, ...story.next]))(
  "the product's own search answers: $question",
  (question) => {
    const { where, problems } = parseQuery(question.q);
    expect(problems).toEqual([]);
    const { from, to } = questionWindow(question, trail.end);
    const found = records.filter(({ time, terms, uniqueTerms, event }) => {
      const isInWindow = time * 1000 >= from && time * 1000 < to;
      return isInWindow && matchesRecord(where, [...terms, ...uniqueTerms], event.eventId);
    });
    if (question.matches === null) expect(found.length).toBeGreaterThan(10);
    else expect(found).toHaveLength(question.matches);
  },
);
