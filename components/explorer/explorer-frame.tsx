"use client";

import { useRouter, useSearchParams } from "next/navigation";
import { type MouseEvent, type ReactNode, useCallback, useMemo, useOptimistic, useTransition } from "react";
import { HandleMenu } from "#components/event/handle-menu.tsx";
import { zoneOf } from "#components/event/view.ts";
import { FacetPane } from "#components/facets/facet-pane.tsx";
import type { FacetPreference } from "#components/facets/facet-preference.ts";
import { FacetToggle } from "#components/facets/facet-toggle.tsx";
import { useFacetPane } from "#components/facets/use-facet-pane.ts";
import { Histogram } from "#components/histogram/histogram.tsx";
import type { Zone } from "#components/ui/format-time.ts";
import { asRoute } from "#components/ui/route.ts";
import { parseView } from "#lib/search/view-url.ts";
import styles from "./explorer-frame.module.css";
import { ExplorerKeys } from "./explorer-keys.tsx";
import { questionOf } from "./question-of.ts";
import { type Explorer, ExplorerContext } from "./use-explorer.ts";

/**
 * The frame of the explorer. Every link inside it that leads to another view is a plain link; the frame follows it
 * without a page load, and marks the list as old until the answer is there.
 */
export function ExplorerFrame(props: {
  readonly localZone: Zone;
  readonly facets: FacetPreference;
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  const explorer = useNewExplorer(props.localZone);
  const { view, zone, busy, go } = explorer;
  const pane = useFacetPane(props.facets, view.event !== null);
  const question = useMemo(() => questionOf(view), [view]);
  return (
    <ExplorerContext value={explorer}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: follows clicks on the links inside, which keys make too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: as above */}
      <div
        className={styles["frame"]}
        data-busy={busy || undefined}
        data-panel={view.event !== null || undefined}
        data-facets={pane.isSheet ? "sheet" : pane.preference.isShown ? "beside" : "none"}
        onClick={(event) => follow(event, go)}
      >
        <div className={styles["progress"]} aria-hidden="true" />
        {props.head}
        <div className={styles["chart"]}>
          <Histogram view={view} zone={zone} question={question} go={go}>
            <FacetToggle isVisible={pane.isVisible} onToggle={pane.togglePane} />
          </Histogram>
        </div>
        <div className={styles["facets"]}>
          <FacetPane
            view={view}
            question={question}
            isVisible={pane.isVisible}
            open={pane.preference.open}
            onToggle={pane.toggleField}
            go={go}
            isSheet={pane.isSheet}
            onClose={pane.closeSheet}
          />
        </div>
        {props.children}
        <HandleMenu view={view} go={go} />
        <ExplorerKeys />
      </div>
    </ExplorerContext>
  );
}

function useNewExplorer(localZone: Zone): Explorer {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  // The address changes once the answer is there. Until then, what was asked for is what the next step builds on.
  const [asked, expect] = useOptimistic(useSearchParams().toString());
  // The clock matters to the meaning of relative times only, which stay text in a view.
  const view = useMemo(() => parseView(new URLSearchParams(asked), 0).view, [asked]);
  const go = useCallback(
    (href: string) =>
      startTransition(() => {
        expect(queryOf(href));
        router.push(asRoute(href), { scroll: false });
      }),
    [router, expect],
  );
  return useMemo(() => {
    const show: Explorer["show"] = (href, how) => {
      if (busy) go(href);
      else if (how === "push") window.history.pushState(null, "", href);
      else window.history.replaceState(null, "", href);
    };
    return { view, zone: zoneOf(view.tz, localZone), busy, go, show };
  }, [view, localZone, busy, go]);
}

function queryOf(href: string): string {
  return href.includes("?") ? href.slice(href.indexOf("?") + 1) : "";
}

function follow(event: MouseEvent, go: (href: string) => void): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.origin !== window.location.origin) return;
  if (link.pathname !== "/events") return;
  event.preventDefault();
  go(link.pathname + link.search);
}
