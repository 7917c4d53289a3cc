"use client";

import { useEffect, useState } from "react";
import { listKey } from "./list-key.ts";
import type { ResultsPage } from "./results-page.ts";
import { useExplorer } from "./use-explorer.ts";

type TurnedPage = { readonly page: ResultsPage; readonly key: string };

/**
 * The page that the address names, where it was turned to without the server; until one comes that is on its way, the
 * one that was turned to before it. Null where the server drew what is to be shown (`drawn` is the key of what it drew
 * last).
 */
export function useTurnedPage(drawn: string): TurnedPage | null {
  const { view, busy, pages, readList } = useExplorer();
  const [last, keep] = useState<TurnedPage | null>(null);
  const key = listKey(view);
  const page = pages.of(view);
  const turned = key === drawn ? null : page === null ? last : { page, key };
  if (turned?.page !== last?.page) keep(turned);
  const isLost = key !== drawn && page === null && !busy;
  // The way back may lead to a page that is not kept any more.
  useEffect(() => {
    if (isLost) readList();
  }, [isLost, readList]);
  return turned;
}
