import { memberText } from "#lib/base/json-text.ts";
import { createRowCounter } from "./count-rows.ts";

/*
 * Saves an export straight into a file that the person chose: nothing of it stays in memory. What breaks off leaves
 * no file behind, since the browser puts the file in its place only when it is closed.
 */

export type ExportFormat = "csv" | "ndjson" | "json";

export type Saved = { readonly rows: number; readonly bytes: number };

/**
 * Writes the answer of `href` into the file and tells how far it is, some times a second.
 * @throws the reason of `signal`, or an Error with a sentence to show
 */
export async function saveExport(
  href: string,
  format: ExportFormat,
  file: FileSystemFileHandle,
  options: { readonly signal: AbortSignal; readonly onProgress: (saved: Saved) => void },
): Promise<Saved> {
  const response = await ask(href, options.signal);
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
      options.onProgress({ ...saved });
    },
  });
  const body = response.body ?? new Blob([]).stream();
  try {
    await body.pipeThrough(counting).pipeTo(await file.createWritable(), { signal: options.signal });
  } catch (error) {
    options.signal.throwIfAborted();
    if (isOfFile(error)) throw new Error(`The file could not be written: ${error.message}`);
    throw new Error("The export broke off. No file was written; try again.", { cause: error });
  }
  return saved;
}

const EVERY_MS = 100;

async function ask(href: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(href, { signal }).catch((cause: unknown) => {
    signal.throwIfAborted();
    throw new Error("Waymark does not answer. Is it still running?", { cause });
  });
  if (response.ok) return response;
  const text = await response.text();
  const sentences = [sentenceIn(text, "title"), sentenceIn(text, "remedy")].filter((part) => part !== null);
  throw new Error(sentences.join(" ") || `The export could not begin: status ${response.status}.`);
}

/** A text of a problem answer (RFC 9457), if it is one. */
function sentenceIn(text: string, name: string): string | null {
  const member = memberText(text, name);
  const value: unknown = member === null ? null : JSON.parse(member);
  return typeof value === "string" ? value : null;
}

/** Errors of the file are DOMExceptions; those of the network are TypeErrors. */
function isOfFile(error: unknown): error is DOMException {
  return error instanceof DOMException && error.name !== "AbortError";
}
