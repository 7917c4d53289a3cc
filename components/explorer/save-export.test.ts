import { afterEach, describe, expect, it, vi } from "vitest";
import { saveExport } from "./save-export.ts";

/** A file as a browser gives it: empty from the beginning, filled when the stream into it is closed. */
function chosenFile({ canRemove }: { readonly canRemove: boolean }) {
  const state: { text: string | null } = { text: "" };
  const handle = {
    name: "waymark.ndjson",
    async createWritable() {
      let text = "";
      const decoder = new TextDecoder();
      return new WritableStream<Uint8Array>({
        write(part) {
          text += decoder.decode(part, { stream: true });
        },
        close() {
          state.text = text;
        },
      });
    },
    ...(canRemove && {
      async remove() {
        state.text = null;
      },
    }),
  };
  return { state, handle: handle as unknown as FileSystemFileHandle };
}

async function save(file: FileSystemFileHandle, signal = new AbortController().signal): Promise<unknown> {
  return saveExport("/api/events/export", "ndjson", file, { signal, onProgress: () => undefined }).catch(
    (error: unknown) => (error instanceof Error ? error.message : error),
  );
}

function broken(): Response {
  let parts = 0;
  return new Response(
    new ReadableStream({
      pull(controller) {
        if (parts++ === 0) controller.enqueue(new TextEncoder().encode('{"eventId":1}\n'));
        else controller.error(new TypeError("network error"));
      },
    }),
  );
}

afterEach(() => void vi.unstubAllGlobals());

describe("an export", () => {
  it("is in the file once all of it has come", async () => {
    vi.stubGlobal("fetch", async () => new Response('{"eventId":1}\n{"eventId":2}\n'));
    const { state, handle } = chosenFile({ canRemove: true });
    expect(await save(handle)).toEqual({ rows: 2, bytes: 28 });
    expect(state.text).toBe('{"eventId":1}\n{"eventId":2}\n');
  });

  it.each([
    [
      "is refused",
      () => Response.json({ title: "Three exports run.", remedy: "Wait for one." }, { status: 429 }),
      "Three exports run. Wait for one.",
    ],
    ["breaks off", broken, "The export broke off; try again."],
  ] as const)("that %s leaves no file, or says that one is left", async (_, answer, sentence) => {
    vi.stubGlobal("fetch", async () => answer());
    const removable = chosenFile({ canRemove: true });
    expect(await save(removable.handle)).toBe(sentence);
    expect(removable.state.text).toBeNull();

    const other = chosenFile({ canRemove: false });
    expect(await save(other.handle)).toBe(`${sentence} waymark.ndjson is there, and empty.`);
    expect(other.state.text).toBe("");
  });

  it("that is cancelled says so only where a file is left", async () => {
    const cancelling = new AbortController();
    cancelling.abort();
    vi.stubGlobal("fetch", async (_: string, { signal }: RequestInit) => signal?.throwIfAborted());
    const removable = chosenFile({ canRemove: true });
    const run = saveExport("/", "csv", removable.handle, {
      signal: cancelling.signal,
      onProgress: () => undefined,
    });
    await expect(run).rejects.toBe(cancelling.signal.reason);
    expect(removable.state.text).toBeNull();
    expect(await save(chosenFile({ canRemove: false }).handle, cancelling.signal)).toBe(
      "The export was cancelled. waymark.ndjson is there, and empty.",
    );
  });
});
