"use client";

import { createContext, useContext } from "react";
import type { Zone } from "#components/ui/format-time.ts";
import { DEFAULT_VIEW, type View } from "#lib/search/view-url.ts";
import { type PagesAhead, pagesAhead } from "./pages-ahead.ts";

/** What every part of the explorer shares: the view that the address says, and the two ways to change it. */
export type Explorer = {
  /** The view that is asked for; while an answer is on its way, the one that is coming. */
  readonly view: View;
  /** The zone that it is shown in. */
  readonly zone: Zone;
  /** Goes up whenever the search itself is asked, also the same again: then what is counted beside the list is, too. */
  readonly round: number;
  /** True while an answer is on its way, with the last one still on screen. */
  readonly busy: boolean;
  readonly pages: PagesAhead;
  /** Goes to another view: the list is read anew, unless its page is there already. */
  readonly go: (href: string) => void;
  /** Changes what only the browser draws (panel, columns): the list is not read again. */
  readonly show: (href: string, how: "push" | "replace") => void;
  /** Asks the search of this address again. */
  readonly again: () => void;
  /** Reads the list of this address again, as one page of a search that was asked before. */
  readonly readList: () => void;
  /** Ends the search that is on its way, in the database too. */
  readonly stop: () => void;
};

export const ExplorerContext = createContext<Explorer>({
  view: DEFAULT_VIEW,
  zone: "UTC",
  round: 0,
  busy: false,
  pages: pagesAhead("UTC"),
  go: () => undefined,
  show: () => undefined,
  again: () => undefined,
  readList: () => undefined,
  stop: () => undefined,
});

export function useExplorer(): Explorer {
  return useContext(ExplorerContext);
}
