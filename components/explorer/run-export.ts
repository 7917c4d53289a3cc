import type { TextFormat } from "#lib/event/event-text.ts";
import { fileChooser } from "./file-chooser.ts";
import { type Saved, saveExport } from "./save-export.ts";

/**
 * - `handed`: the browser downloads it by itself, and shows how far it is
 */
export type ExportState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly name: string; readonly search: string; readonly saved: Saved }
  | { readonly kind: "done"; readonly name: string; readonly saved: Saved }
  | { readonly kind: "handed" }
  | { readonly kind: "failed"; readonly message: string };

export type ExportOrder = {
  readonly href: string;
  readonly format: TextFormat;
  readonly name: string;
  /** What it is an export of (`searchText`). */
  readonly search: string;
};

const NOTHING: Saved = { rows: 0, bytes: 0 };

/** Asks where to, then writes the file; `show` is told how far it is, and how it ended. Must follow a click at once. */
export async function runExport(
  { href, format, name: suggestedName, search }: ExportOrder,
  signal: AbortSignal,
  show: (state: ExportState) => void,
): Promise<void> {
  const choose = fileChooser();
  if (choose === null) {
    download(href);
    return show({ kind: "handed" });
  }
  const file = await choose({ suggestedName }).catch(() => null);
  // Whoever closes the dialog wants no file.
  if (file === null) return;
  const { name } = file;
  const onProgress = (saved: Saved) => show({ kind: "running", name, search, saved });
  onProgress(NOTHING);
  try {
    show({ kind: "done", name, saved: await saveExport(href, format, file, { signal, onProgress }) });
  } catch (error) {
    const message = error instanceof Error ? error.message : "The export broke off.";
    show(error === signal.reason ? { kind: "idle" } : { kind: "failed", message });
  }
}

/** The answer names itself a file: the page stays where it is. */
function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
