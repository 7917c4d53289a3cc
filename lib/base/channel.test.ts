import { describe, expect, it } from "vitest";
import { createChannel } from "#lib/base/channel.ts";

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("a channel", () => {
  it("hands every item to exactly one receiver, in order for each", async () => {
    const channel = createChannel<number>(3);
    const receivers = [collect(channel.receive()), collect(channel.receive())];
    for (let item = 0; item < 100; item++) await channel.send(item);
    channel.close();
    const received = await Promise.all(receivers);
    expect(received.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, item) => item));
    for (const one of received) expect(one).toEqual(one.toSorted((a, b) => a - b));
  });

  it("makes a sender wait while it is full", async () => {
    const channel = createChannel<number>(1);
    await channel.send(1);
    let isSent = false;
    const sending = channel.send(2).then(() => {
      isSent = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(isSent).toBe(false);
    channel.close();
    expect(await collect(channel.receive())).toEqual([1, 2]);
    await sending;
  });

  it("ends senders and receivers with the error it failed with", async () => {
    const channel = createChannel<number>(1);
    await channel.send(1);
    const sending = channel.send(2);
    const failing = new Error("no more");
    channel.fail(failing);
    await expect(sending).rejects.toBe(failing);
    await expect(collect(channel.receive())).rejects.toBe(failing);
  });
});
