"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { useCallback, useMemo, useOptimistic, useRef, useState, useTransition } from "react";
import { zoneOf } from "#components/event/view.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { asRoute } from "#components/ui/route.ts";
import { parseView } from "#lib/search/view-url.ts";
import { pagesAhead, queryOf } from "./pages-ahead.ts";
import { tabSearches } from "./tab-searches.ts";
import type { Explorer } from "./use-explorer.ts";

/** The explorer of this page: what the address says, and the ways to another view. `tab`: as the server calls it. */
export function useNewExplorer(localZone: Zone, tab: string | null): Explorer {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  // The address changes once the answer is there. Until then, what was asked for is what the next step builds on.
  const [asked, expect] = useOptimistic(useSearchParams().toString());
  // The clock matters to the meaning of relative times only, which stay text in a view.
  const view = useMemo(() => parseView(new URLSearchParams(asked), 0).view, [asked]);
  const zone = zoneOf(view.tz, localZone);
  const pages = useMemo(() => pagesAhead(localZone), [localZone]);
  const [searches] = useState(() => tabSearches(tab));
  const steps = useRef(0);
  const [round, setRound] = useState(0);
  const nextRound = useCallback(() => setRound((last) => last + 1), []);

  const load = useCallback(
    (href: string) =>
      startTransition(() => {
        expect(queryOf(href));
        searches.begin(queryOf(href));
        router.push(asRoute(href), { scroll: false });
      }),
    [router, expect, searches],
  );
  const move = useCallback(
    (href: string) => {
      const step = ++steps.current;
      const ahead = pages.find(href);
      if (ahead === null) {
        pages.callOff();
        load(href);
      } else if (!(ahead instanceof Promise)) {
        window.history.pushState(null, "", href);
      } else {
        const here = window.location.href;
        startTransition(async () => {
          expect(queryOf(href));
          const page = await ahead;
          // Whoever has gone elsewhere meanwhile wants it no more.
          if (step !== steps.current || here !== window.location.href) return;
          if (page === null) load(href);
          else window.history.pushState(null, "", href);
        });
      }
    },
    [pages, load, expect],
  );
  const go = useCallback(
    (href: string) => {
      // Only the first page of a search has no marker.
      if (!new URLSearchParams(queryOf(href)).has("cursor")) nextRound();
      move(href);
    },
    [move, nextRound],
  );
  const readList = useCallback(
    () =>
      startTransition(() => {
        searches.begin(queryOf(window.location.search));
        router.refresh();
      }),
    [router, searches],
  );
  const again = useCallback(() => {
    nextRound();
    readList();
  }, [nextRound, readList]);
  const stop = useCallback(() => {
    // A page that was turned to and is not there yet is turned to no more.
    steps.current++;
    pages.callOff();
    searches.stop();
  }, [pages, searches]);
  return useMemo(() => {
    const show: Explorer["show"] = (href, how) => {
      if (busy) move(href);
      else if (how === "push") window.history.pushState(null, "", href);
      else window.history.replaceState(null, "", href);
    };
    return { view, zone, round, busy, pages, go, show, again, readList, stop };
  }, [view, zone, round, busy, pages, move, go, again, readList, stop]);
}
