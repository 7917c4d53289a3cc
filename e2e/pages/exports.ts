import type { Locator, Page } from "@playwright/test";

/** The Export menu, and the file that it writes. */
export type Exports = {
  readonly button: Locator;
  readonly menu: Locator;
  readonly cancel: Locator;
  readonly open: () => Promise<void>;
  readonly choose: (format: string) => Promise<void>;
  /** What stands in the file; null where there is none. */
  readonly saved: () => Promise<string | null>;
  /** From the next page on: a browser without a dialog for files. */
  readonly withoutFiles: () => Promise<void>;
  /** From now on the network is slow. */
  readonly slowDown: () => Promise<void>;
};

export async function exportsOn(page: Page): Promise<Exports> {
  // A dialog of the system cannot be used by a test: the file is chosen for it, in the browser's own file system.
  await page.addInitScript(() => {
    const choose = async ({ suggestedName }: { suggestedName: string }) => {
      const folder = await navigator.storage.getDirectory();
      return folder.getFileHandle(suggestedName, { create: true });
    };
    Object.assign(window, { showSaveFilePicker: choose });
  });
  const button = page.locator("button[data-key='e']");
  const menu = page.getByRole("dialog", { name: "Export" });
  return {
    button,
    menu,
    cancel: menu.getByRole("button", { name: "Cancel" }),
    open: () => button.click(),
    choose: (format) => menu.getByRole("button", { name: new RegExp(`^${format} (?!with)`) }).click(),
    saved: () =>
      page.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        let text: string | null = null;
        for await (const [, handle] of folder.entries()) {
          if (handle instanceof FileSystemFileHandle) text = await (await handle.getFile()).text();
        }
        return text;
      }),
    withoutFiles: async () => {
      await page.addInitScript(() => Reflect.deleteProperty(window, "showSaveFilePicker"));
    },
    slowDown: async () => {
      const session = await page.context().newCDPSession(page);
      await session.send("Network.emulateNetworkConditions", {
        offline: false,
        latency: 0,
        downloadThroughput: 2_000_000,
        uploadThroughput: 2_000_000,
      });
    },
  };
}
