"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { listKey } from "./list-key.ts";
import type { ResultsPage } from "./results-page.ts";
import { useExplorer } from "./use-explorer.ts";

/**
 * The page that the address names, where it was turned to without the server; null where the server drew it (`drawn`
 * is the key of what it drew last), or draws it now.
 */
export function useTurnedPage(drawn: string): { readonly page: ResultsPage; readonly key: string } | null {
  const { view, busy, pages } = useExplorer();
  const router = useRouter();
  const key = listKey(view);
  const page = key === drawn ? null : pages.of(view);
  const isLost = key !== drawn && page === null && !busy;
  // The way back may lead to a page that is not kept any more.
  useEffect(() => {
    if (isLost) router.refresh();
  }, [isLost, router]);
  return page === null ? null : { page, key };
}
