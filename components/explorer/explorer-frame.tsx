"use client";

import { type MouseEvent, type ReactNode, useMemo } from "react";
import { HandleMenu } from "#components/event/handle-menu.tsx";
import { FacetPane } from "#components/facets/facet-pane.tsx";
import type { FacetPreference } from "#components/facets/facet-preference.ts";
import { FacetToggle } from "#components/facets/facet-toggle.tsx";
import { useFacetPane } from "#components/facets/use-facet-pane.ts";
import { Histogram } from "#components/histogram/histogram.tsx";
import type { Zone } from "#components/ui/format-time.ts";
import { isPlainClick } from "#components/ui/plain-click.ts";
import { CancelSearch } from "./cancel-search.tsx";
import styles from "./explorer-frame.module.css";
import { ExplorerKeys } from "./explorer-keys.tsx";
import { questionOf } from "./question-of.ts";
import { type Explorer, ExplorerContext } from "./use-explorer.ts";
import { useNewExplorer } from "./use-new-explorer.ts";

/**
 * The frame of the explorer. Every link inside it that leads to another view is a plain link; the frame follows it
 * without a page load, and marks the list as old until the answer is there.
 */
export function ExplorerFrame(props: {
  readonly localZone: Zone;
  readonly tab: string | null;
  /** Until the list is there, or what is said in its place. */
  readonly opening: Promise<null>;
  readonly facets: FacetPreference;
  readonly head: ReactNode;
  readonly children: ReactNode;
}) {
  const explorer = useNewExplorer(props.localZone, props.tab);
  const { view, zone, round, busy, go } = explorer;
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
        onClick={(event) => follow(event, explorer)}
      >
        <div className={styles["progress"]} aria-hidden="true" />
        {props.head}
        <div className={styles["chart"]}>
          <Histogram view={view} zone={zone} question={question} round={round} go={go}>
            <FacetToggle isVisible={pane.isVisible} onToggle={pane.togglePane} />
          </Histogram>
        </div>
        <div className={styles["facets"]}>
          <FacetPane
            view={view}
            question={question}
            round={round}
            isVisible={pane.isVisible}
            open={pane.preference.open}
            onToggle={pane.toggleField}
            go={go}
            isSheet={pane.isSheet}
            onClose={pane.closeSheet}
          />
        </div>
        {props.children}
        <CancelSearch opening={props.opening} />
        <HandleMenu view={view} go={go} />
        <ExplorerKeys />
      </div>
    </ExplorerContext>
  );
}

function follow(event: MouseEvent, { busy, go }: Explorer): void {
  if (!isPlainClick(event)) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.origin !== window.location.origin) return;
  if (link.pathname !== "/events") return;
  event.preventDefault();
  // The ways on belong to the old list while another is on its way: then no page is turned.
  if (busy && (link.rel === "next" || link.rel === "prev")) return;
  go(link.pathname + link.search);
}
