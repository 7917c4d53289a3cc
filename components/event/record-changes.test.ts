import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "#lib/base/json-text.ts";
import { changesOf } from "./record-changes.ts";

const changesIn = (value: unknown) => changesOf([parseJsonText(JSON.stringify(value))]);

describe("before and after", () => {
  it("are the states of an instance that was stopped", () => {
    const answer = {
      instancesSet: {
        items: [
          {
            instanceId: "i-0abc",
            currentState: { code: 64, name: "stopping" },
            previousState: { code: 16, name: "running" },
          },
        ],
      },
    };
    expect(changesIn(answer)).toEqual([
      { of: "i-0abc", what: "state", before: "running", after: "stopping" },
    ]);
  });

  it("are the names of a user that was renamed", () => {
    expect(changesIn({ userName: "ann", newUserName: "anna" })).toEqual([
      { of: "ann", what: "userName", before: "ann", after: "anna" },
    ]);
  });

  it("are old and new values, and what will hold", () => {
    expect(changesIn({ oldCapacity: 2, newCapacity: 4 })).toEqual([
      { of: null, what: "capacity", before: "2", after: "4" },
    ]);
    const database = {
      dBInstanceIdentifier: "orders",
      dBInstanceClass: "db.r6g.large",
      pendingModifiedValues: { dBInstanceClass: "db.r6g.xlarge" },
    };
    expect(changesIn(database)).toEqual([
      { of: "orders", what: "dBInstanceClass", before: "db.r6g.large", after: "db.r6g.xlarge" },
    ]);
  });

  it("are none where nothing changed, or the record does not tell", () => {
    expect(changesIn({ previousState: "running", currentState: "running" })).toEqual([]);
    expect(changesIn({ instanceId: "i-0abc", force: false })).toEqual([]);
    expect(changesOf([null])).toEqual([]);
  });

  it("never fail, and are all told", () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => void changesIn(value)));
    const many = Array.from({ length: 500 }, () => ({ oldX: "1", newX: "2" }));
    expect(changesIn(many)).toHaveLength(500);
  });
});
