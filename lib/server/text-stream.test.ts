import { describe, expect, it } from "vitest";
import { textStream } from "#lib/server/text-stream.ts";

/** Counts what is made, and notes its own end. */
function maker(most: number, failAt = Number.POSITIVE_INFINITY) {
  const seen = { made: 0, ended: false };
  async function* make(): AsyncGenerator<string, void, void> {
    try {
      while (seen.made < most) {
        seen.made += 1;
        if (seen.made === failAt) throw new Error("broken");
        yield `${seen.made} `;
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, texts: make() };
}

const soon = (ms = 20) => new Promise((resolve) => setTimeout(resolve, ms));

describe("a stream of texts", () => {
  it("gives all of them, in order", async () => {
    expect(await new Response(textStream(maker(3).texts)).text()).toBe("1 2 3 ");
  });

  it("makes no more than is taken", async () => {
    const { seen, texts } = maker(1_000);
    const reader = textStream(texts).getReader();
    await reader.read();
    await soon();
    expect(seen.made).toBeLessThanOrEqual(3);
    await reader.cancel();
    expect(seen.ended).toBe(true);
  });

  it("breaks where the maker fails, and does not end as if it were whole", async () => {
    await expect(new Response(textStream(maker(9, 4).texts)).text()).rejects.toThrow("broken");
  });

  it("gives up a reader that takes nothing", async () => {
    const { seen, texts } = maker(1_000);
    const reader = textStream(texts, 30).getReader();
    await reader.read();
    await soon(100);
    expect(seen.ended).toBe(true);
    await expect(reader.read().then(() => reader.read())).rejects.toThrow("nothing for too long");
  });
});
