import { describe, expect, it } from "vitest";
import { changesOf } from "#lib/cloudtrail/resource/parameter-changes.ts";

const write = (
  eventName: string,
  parameters: Readonly<Record<string, readonly string[]>>,
  isDone = true,
) => ({
  eventName,
  isDone,
  parameters: new Map(Object.entries(parameters)),
});

describe("the changes of writes", () => {
  it("are what differs from what was asked last, by whichever call", () => {
    const writes = [
      write("CreateDBInstance", { allocatedStorage: ["20"], engine: ["postgres"] }),
      write("ModifyDBInstance", { allocatedStorage: ["100"] }),
      write("ModifyDBInstance", { allocatedStorage: ["100"], multiAZ: ["true"] }),
    ];
    expect(changesOf(writes, new Set()).slice(1)).toEqual([
      [{ path: "allocatedStorage", before: ["20"], after: ["100"] }],
      [{ path: "multiAZ", before: null, after: ["true"] }],
    ]);
  });

  it("leave out what only names the thing, and what no call is about", () => {
    const [changes] = changesOf(
      [
        write("StopInstances", {
          "instancesSet.items.instanceId": ["i-1", "i-2"],
          clientToken: ["x"],
          force: ["false"],
        }),
      ],
      new Set(["i-1"]),
    );
    expect(changes).toEqual([{ path: "force", before: null, after: ["false"] }]);
  });

  it("tell what the same call no longer gives", () => {
    const [, second] = changesOf(
      [write("PutRule", { a: ["1"], b: ["2"] }), write("PutRule", { a: ["1"] })],
      new Set(),
    );
    expect(second).toEqual([{ path: "b", before: ["2"], after: null }]);
  });

  it("are held against what succeeded, not against what was refused", () => {
    const writes = [
      write("PutRule", { a: ["1"] }),
      write("PutRule", { a: ["2"] }, false),
      write("PutRule", { a: ["3"] }),
    ];
    expect(changesOf(writes, new Set())[2]).toEqual([{ path: "a", before: ["1"], after: ["3"] }]);
  });

  it("see no change in another order of a list", () => {
    const writes = [write("X", { a: ["1", "2"] }), write("X", { a: ["2", "1"] })];
    expect(changesOf(writes, new Set())[1]).toEqual([]);
  });
});
