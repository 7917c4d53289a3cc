import { describe, expect, test } from "vitest";
import { DAY, isWeekday } from "#lib/sample/calendar.ts";
import { SILENT_REGION } from "#lib/sample/organization.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { offScheduleStop } from "#lib/sample/stories/off-schedule-stop.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";
import { type Question, questionWindow } from "#lib/sample/stories/story.ts";
import { plainMatch } from "#lib/sample/testing/plain-match.ts";
import { distinctRecords, logsOf, recordsOf, type SampleRecord } from "#lib/sample/testing/records.ts";

const FRIDAY = Date.parse("2026-11-20T00:00:00Z");

function answerTo(
  question: Question,
  end: number,
  records: readonly SampleRecord[],
): readonly SampleRecord[] {
  const { from, to } = questionWindow(question, end);
  return records.filter((record) => {
    const time = Date.parse(record.eventTime);
    return time >= from && time < to && plainMatch(question.q, record);
  });
}

describe.each([
  { events: 10_000, days: 30, end: FRIDAY, seed: 1 },
  { events: 10_000, days: 10, end: FRIDAY + 13.7 * 3_600_000, seed: 2 },
  { events: 60_000, days: 14, end: FRIDAY + 3 * DAY, seed: 3 },
])("a trail of $events events over $days days with seed $seed", (options) => {
  const trail = sampleTrail(options);
  const records = distinctRecords(trail);

  test.each(STORIES)("tells the story $id", (story) => {
    const found = answerTo(story, trail.end, records);
    if (story.matches === null) expect(found.length).toBeGreaterThan(10);
    else expect(found).toHaveLength(story.matches);
    const text = JSON.stringify(found);
    // a fact with quotes is a piece of JSON and stands in the text as it is
    for (const fact of Object.values(story.facts)) expect(text).toContain(fact);
  });

  test.each(STORIES.flatMap((story) => story.next))("answers: $question", (question) => {
    const found = answerTo(question, trail.end, records);
    if (question.matches === null) expect(found.length).toBeGreaterThan(10);
    else expect(found).toHaveLength(question.matches);
  });

  test("has the scheduler start and stop the same instances at 07:00 and 19:00 on every weekday", () => {
    const scheduled = records.filter(
      (record) =>
        /^St(art|op)Instances$/.test(record.eventName) &&
        JSON.stringify(record.userIdentity).includes("skeddly-"),
    );
    for (const record of scheduled) {
      const time = Date.parse(record.eventTime);
      expect(isWeekday(time)).toBe(true);
      expect(record.eventTime).toMatch(record.eventName === "StartInstances" ? /T07:00:/ : /T19:00:/);
      expect(JSON.stringify(record.requestParameters)).toContain(offScheduleStop.facts["instance"]);
    }
    const weekdays = Array.from({ length: options.days - 1 }, (_, index) => trail.end - (index + 1) * DAY);
    expect(scheduled.length).toBeGreaterThanOrEqual(2 * weekdays.filter(isWeekday).length);
  });

  test("hands the key of the session that stopped the instance to whoever opened it", () => {
    const [stop] = answerTo(offScheduleStop, trail.end, records);
    const key = stop?.userIdentity["accessKeyId"];
    expect(key).toMatch(/^ASIA/);
    const issuer = records.filter((record) => JSON.stringify(record.responseElements).includes(String(key)));
    expect(issuer.map((record) => record.eventName)).toEqual(["AssumeRole"]);
    expect(JSON.stringify(issuer[0]?.userIdentity)).toContain("marek.novak@example.com");
  });

  test("delivers the change of the bucket policy in two objects under one eventID", () => {
    const ids = logsOf(trail).flatMap((object) =>
      recordsOf(object)
        .filter((record) => record.eventName === "PutBucketPolicy")
        .map((record) => record.eventID),
    );
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("has no object of the silent region", () => {
    expect(logsOf(trail).filter((object) => object.key.includes(SILENT_REGION))).toEqual([]);
  });
});
