"use client";

import { useSearchParams } from "next/navigation";
import { createContext, useContext, useMemo } from "react";
import { zoneOf } from "#components/event/view.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { parseView, type View } from "#lib/search/view-url.ts";

/** The browser's own zone, as far as the server knows it. */
export const LocalZoneContext = createContext<Zone>("UTC");

/** The view that the address says, always: opening a panel or moving a column changes the address, nothing else. */
export function useView(): View {
  const parameters = useSearchParams();
  // The clock matters to the meaning of relative times only, which stay text in a view.
  return useMemo(() => parseView(new URLSearchParams(parameters), 0).view, [parameters]);
}

/** The zone that the view is shown in. */
export function useZone(): Zone {
  return zoneOf(useView().tz, useContext(LocalZoneContext));
}

/** Changes what only the browser draws (panel, columns): the list is not read again. */
export function showView(href: string, how: "push" | "replace"): void {
  if (how === "push") window.history.pushState(null, "", href);
  else window.history.replaceState(null, "", href);
}
