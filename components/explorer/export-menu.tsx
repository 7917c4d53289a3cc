"use client";

import { lazy, useEffect, useState } from "react";
import { askServer } from "#components/ui/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import type { TimeRange } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";
import styles from "./export-menu.module.css";
import type { ExportState } from "./run-export.ts";
import { searchText } from "./search-text.ts";
import { useExplorer } from "./use-explorer.ts";
import { useExport } from "./use-export.ts";

// With what runs an export: a browser asks where to save only right after a click.
const load = () => Promise.all([import("./export-sheet.tsx"), import("./run-export.ts")]);
const ExportSheet = lazy(async () => ({ default: (await load())[0].ExportSheet }));

/** Takes every event of the view out into a file, whatever their number. */
export function ExportMenu({ range }: { readonly range: TimeRange }) {
  const { view } = useExplorer();
  const [open, setOpen] = useState(false);
  const exporting = useExport();
  const search = searchText(view);
  const count = useCount(search, open);
  const { state } = exporting;
  // An export goes on while other views are looked at, whose count is not its own.
  const isOwn = state.kind === "running" && state.search === search;
  const whole = isOwn && count?.exact === true ? count.count : null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Export"
      load={load}
      className={styles["content"]}
      trigger={(own) => (
        <Button className={styles["trigger"]} data-key="e" data-hint="Export  e" {...own}>
          <Icon name="arrow-down" />
          {/* Not a status: within a button that would take its name away. */}
          <span className={styles["word"]} aria-live="polite">
            {shortly(state, whole)}
          </span>
        </Button>
      )}
    >
      <ExportSheet range={range} exporting={exporting} count={count} whole={whole} />
    </Popover>
  );
}

/** How many events there are to export, asked when the menu opens. */
function useCount(search: string, isWanted: boolean): EventCount | null {
  const [known, setKnown] = useState<{ readonly search: string; readonly count: EventCount } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const asking = new AbortController();
    askServer<EventCount>(`/api/events/count?${search}`, { signal: asking.signal }).then(
      (count) => setKnown({ search, count }),
      // Without the figure the export is the same.
      () => undefined,
    );
    return () => asking.abort();
  }, [search, isWanted]);
  return known?.search === search ? known.count : null;
}

function shortly(state: ExportState, whole: number | null): string {
  if (state.kind !== "running") return "Export";
  if (whole === null || whole === 0) return "Exporting";
  return `${Math.min(99, Math.floor((100 * state.saved.rows) / whole))} %`;
}
