import { describe, expect, it } from "vitest";
import { findRelated } from "#lib/cloudtrail/resource/find-related.ts";
import { makeEvent } from "#lib/event/testing/make-event.ts";

const ec2 = (id: string, kind: string) => ({ id, type: `AWS::EC2::${kind}` });
const VOLUME = ec2("vol-1", "Volume");
const SNAPSHOT = ec2("snap-1", "Snapshot");
const ENI = ec2("eni-1", "NetworkInterface");
const relatedTo = (id: string, ...events: readonly ReturnType<typeof makeEvent>[]) =>
  findRelated(events, (resource) => resource.id === id).map(({ id: other, relation, isExact, count }) => ({
    other,
    relation,
    isExact,
    count,
  }));

describe("related resources", () => {
  const snapshot = makeEvent({ eventName: "CreateSnapshot", resources: [SNAPSHOT, VOLUME] });

  it("say which was made from which, from either side", () => {
    const expected = { isExact: true, count: 1 };
    expect(relatedTo("snap-1", snapshot)).toEqual([{ other: "vol-1", relation: "made-from", ...expected }]);
    expect(relatedTo("vol-1", snapshot)).toEqual([{ other: "snap-1", relation: "made-into", ...expected }]);
  });

  it("tell the instance behind a network interface, and when several could be meant", () => {
    const one = makeEvent({ eventName: "RunInstances", resources: [ec2("i-1", "Instance"), ENI] });
    expect(relatedTo("eni-1", one)).toEqual([
      { other: "i-1", relation: "attached", isExact: true, count: 1 },
    ]);
    const two = makeEvent({
      eventName: "RunInstances",
      resources: [ec2("i-1", "Instance"), ec2("i-2", "Instance"), ENI, ec2("eni-2", "NetworkInterface")],
    });
    expect(relatedTo("eni-1", two).map(({ other, isExact }) => `${other} ${isExact}`)).toEqual([
      "i-1 false",
      "i-2 false",
    ]);
  });

  it("leave out what a call only happens to act on at once, and calls that did not succeed", () => {
    const stop = makeEvent({
      eventName: "StopInstances",
      resources: [ec2("i-1", "Instance"), ec2("i-2", "Instance")],
    });
    expect(relatedTo("i-1", stop)).toEqual([]);
    expect(relatedTo("snap-1", { ...snapshot, outcome: "denied" })).toEqual([]);
  });

  it("are one, whichever of its names a call uses", () => {
    const arn = { ...VOLUME, id: "arn:aws:ec2:eu-west-1:1:volume/vol-1" };
    const again = makeEvent({ eventName: "CreateSnapshot", resources: [SNAPSHOT, arn] });
    expect(relatedTo("snap-1", snapshot, again)).toMatchObject([{ other: "vol-1", count: 2 }]);
  });
});
