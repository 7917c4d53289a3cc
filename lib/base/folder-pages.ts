import type { FolderListing, LogStore } from "#lib/base/log-store.ts";

/** One level of `prefix`, a page at a time; as one page where the store knows no smaller. */
export async function* folderPages(
  store: LogStore,
  prefix: string,
  signal: AbortSignal,
): AsyncGenerator<FolderListing> {
  if (store.listFolderPages === undefined) yield await store.listFolder(prefix, signal);
  else yield* store.listFolderPages(prefix, signal);
}
