/** Milliseconds that a reader may take nothing. What it keeps open costs others. */
const LONGEST_PAUSE = 300_000;

/**
 * Texts as the body of an answer: made when they are asked for and not before, so a slow reader slows the maker and
 * nothing heaps up. Where the maker fails the stream fails: the connection is cut in the middle of the body, and
 * the reader sees a broken download, never one that ends too soon and looks whole. So it does for a reader that
 * takes nothing for `patience` milliseconds.
 */
export function textStream(
  texts: AsyncGenerator<string, void, void>,
  patience = LONGEST_PAUSE,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let timer: NodeJS.Timeout | undefined;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        clearTimeout(timer);
        const { done, value } = await texts.next();
        if (done === true) return controller.close();
        controller.enqueue(encoder.encode(value));
        timer = setTimeout(() => {
          controller.error(new Error("The reader has taken nothing for too long."));
          void texts.return();
        }, patience);
      },
      async cancel() {
        clearTimeout(timer);
        await texts.return();
      },
    },
    { highWaterMark: 1 },
  );
}
