import { describe, expect, it } from "vitest";
import { tellStory } from "#lib/event/session/session-story.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";

const at = (second: number) => `2026-11-12T14:31:${String(second).padStart(2, "0")}Z`;

describe("the story of a session", () => {
  it("folds equal calls that follow one another, and only those", () => {
    const names = ["DescribeInstances", "DescribeInstances", "StopInstances", "DescribeInstances"];
    const { steps, told } = tellStory(
      names.map((eventName, second) =>
        makeEvent({ eventName, eventTime: at(second), eventId: `id-${second}` }),
      ),
    );
    expect(told).toBe(4);
    expect(
      steps.map(({ eventName, count, first, last, eventId }) => [eventName, count, first, last, eventId]),
    ).toEqual([
      ["DescribeInstances", 2, at(0), at(1), "id-0"],
      ["StopInstances", 1, at(2), at(2), "id-2"],
      ["DescribeInstances", 1, at(3), at(3), "id-3"],
    ]);
  });

  it("does not fold what ended otherwise", () => {
    const { steps, denied } = tellStory([
      makeEvent({ outcome: "success", errorCode: null }),
      makeEvent({ outcome: "denied", errorCode: "AccessDenied" }),
    ]);
    expect(steps).toHaveLength(2);
    expect(denied).toBe(1);
  });

  it("lists what writes changed, not what was read or refused", () => {
    const resource = (id: string) => [{ id, type: "AWS::EC2::Instance" }];
    const { changed } = tellStory([
      makeEvent({
        eventName: "StartInstances",
        readOnly: false,
        outcome: "success",
        resources: resource("i-1"),
      }),
      makeEvent({
        eventName: "StopInstances",
        readOnly: false,
        outcome: "success",
        resources: resource("i-1"),
      }),
      makeEvent({
        eventName: "StopInstances",
        readOnly: false,
        outcome: "denied",
        resources: resource("i-2"),
      }),
      makeEvent({
        eventName: "DescribeInstances",
        readOnly: true,
        outcome: "success",
        resources: resource("i-3"),
      }),
    ]);
    expect(changed).toMatchObject([{ id: "i-1", count: 2, calls: ["StartInstances", "StopInstances"] }]);
  });
});
