type Chooser = (options: { readonly suggestedName: string }) => Promise<FileSystemFileHandle>;

/** The browser's own dialog; null where there is none (Firefox, Safari): there a plain download has to do. */
export function fileChooser(): Chooser | null {
  // Chromium has it, TypeScript's library does not.
  const { showSaveFilePicker } = window as Window & { readonly showSaveFilePicker?: Chooser };
  return showSaveFilePicker === undefined ? null : (options) => showSaveFilePicker.call(window, options);
}
