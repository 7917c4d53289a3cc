import { asNoAnswer, inOneLine, reachServer, refusalOf } from "#components/ui/ask-server.ts";
import type { TextFormat } from "#lib/event/event-text.ts";
import { createRowCounter } from "./count-rows.ts";

/*
 * Saves an export straight into a file that the person chose: nothing of it stays in memory. The browser makes that file,
 * or empties the one that was there, when it is chosen, and fills it only when all has come. So what breaks off leaves an
 * empty file, which is removed where the browser can (Chromium from 110 on), and told of where it cannot. To ask the
 * server before the person is no way out: a dialog must follow a click within seconds, and an answer may take longer.
 */

export type Saved = { readonly rows: number; readonly bytes: number };

type Options = { readonly signal: AbortSignal; readonly onProgress: (saved: Saved) => void };

/**
 * Writes the answer of `href` into the file and tells how far it is, some times a second.
 * @throws the reason of `signal`, or an Error with a sentence to show
 */
export async function saveExport(
  href: string,
  format: TextFormat,
  file: FileSystemFileHandle,
  options: Options,
): Promise<Saved> {
  try {
    return await write(href, format, file, options);
  } catch (error) {
    const { aborted, reason } = options.signal;
    const isRemoved = await remove(file);
    if (aborted && isRemoved) throw reason;
    const sentence = aborted ? "The export was cancelled." : sentenceOf(error);
    throw new Error(isRemoved ? sentence : `${sentence} ${file.name} is there, and empty.`, { cause: error });
  }
}

async function write(
  href: string,
  format: TextFormat,
  file: FileSystemFileHandle,
  { signal, onProgress }: Options,
): Promise<Saved> {
  const response = await reachServer(href, { signal });
  if (!response.ok) throw await refusalOf(response);
  const counter = createRowCounter(format);
  const saved = { rows: 0, bytes: 0 };
  let toldAt = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(part, controller) {
      saved.rows = counter.count(part);
      saved.bytes += part.byteLength;
      controller.enqueue(part);
      const now = performance.now();
      if (now - toldAt < EVERY_MS) return;
      toldAt = now;
      onProgress({ ...saved });
    },
  });
  const body = response.body ?? new Blob([]).stream();
  await body.pipeThrough(counting).pipeTo(await file.createWritable(), { signal });
  return saved;
}

const EVERY_MS = 100;

/** Errors of the file are DOMExceptions; those of a connection that breaks are TypeErrors. */
function sentenceOf(error: unknown): string {
  if (error instanceof DOMException) return `The file could not be written: ${error.message}`;
  if (error instanceof TypeError) return "The export broke off; try again.";
  return inOneLine(asNoAnswer(error));
}

/** False where it is still there. */
async function remove(file: FileSystemFileHandle & { remove?(): Promise<void> }): Promise<boolean> {
  if (file.remove === undefined) return false;
  return file.remove().then(
    () => true,
    () => false,
  );
}
