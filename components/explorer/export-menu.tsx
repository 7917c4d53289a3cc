"use client";

import { useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { exportFileName } from "#lib/search/export-file-name.ts";
import type { TimeRange } from "#lib/search/search.ts";
import type { View } from "#lib/search/view-url.ts";
import type { Count } from "./coverage.ts";
import styles from "./export-menu.module.css";
import type { ExportFormat, Saved } from "./save-export.ts";
import { useExplorer } from "./use-explorer.ts";
import { type ExportState, useExport } from "./use-export.ts";

type Choice = {
  readonly label: string;
  readonly about: string;
  readonly format: ExportFormat;
  readonly extra: Readonly<Record<string, string>>;
};

const CHOICES: readonly Choice[] = [
  // Whoever opens it by hand opens it in a spreadsheet.
  { label: "CSV", about: "for a spreadsheet", format: "csv", extra: { bom: "true" } },
  { label: "NDJSON", about: "one event a line", format: "ndjson", extra: {} },
  {
    label: "NDJSON with records",
    about: "as AWS delivered them",
    format: "ndjson",
    extra: { record: "true" },
  },
  { label: "JSON", about: "one document", format: "json", extra: {} },
];

/** Takes every event of the view out into a file, whatever their number. */
export function ExportMenu({ range }: { readonly range: TimeRange }) {
  const { view } = useExplorer();
  const [open, setOpen] = useState(false);
  const { state, start, cancel } = useExport();
  const count = useCount(searchText(view), open);
  const choose = ({ format, extra }: Choice) => {
    const name = exportFileName(view.q, range, format);
    start({ href: exportHref(view, format, extra), format, name });
  };
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Export"
      className={styles["content"]}
      trigger={(own) => (
        <Button className={styles["trigger"]} data-key="e" data-hint="Export  e" {...own}>
          <Icon name="arrow-down" />
          {/* Not a status: within a button that would take its name away. */}
          <span className={styles["word"]} aria-live="polite">
            {shortly(state, count)}
          </span>
        </Button>
      )}
    >
      <p className={styles["count"]}>
        {count === null ? "All events of this view" : `All ${inWords(count)} of this view`}
      </p>
      <ul className={styles["choices"]}>
        {CHOICES.map((choice) => (
          <li key={choice.label}>
            <button
              type="button"
              className={styles["choice"]}
              disabled={state.kind === "running"}
              onClick={() => choose(choice)}
            >
              <span>{choice.label}</span> <span className={styles["about"]}>{choice.about}</span>
            </button>
          </li>
        ))}
      </ul>
      <Progress state={state} count={count} cancel={cancel} />
    </Popover>
  );
}

function Progress(props: {
  readonly state: ExportState;
  readonly count: Count | null;
  readonly cancel: () => void;
}) {
  const { state, count, cancel } = props;
  switch (state.kind) {
    case "idle":
      return null;
    case "running":
      return (
        <div className={styles["state"]}>
          <progress
            className={styles["bar"]}
            aria-label="Exported"
            {...(count?.exact === true && { max: Math.max(1, count.count), value: state.saved.rows })}
          />
          <p>{soFar(state.saved, count)}</p>
          <Button onClick={cancel}>Cancel</Button>
        </div>
      );
    case "done":
      return (
        <p className={styles["state"]}>
          <span>
            {`${sizeOf(state.saved)} saved in `}
            <span className={styles["name"]}>{state.name}</span>
          </span>
        </p>
      );
    case "handed":
      return <p className={styles["state"]}>Your browser downloads it and shows how far it is.</p>;
    case "failed":
      return (
        <p className={styles["state"]} role="alert">
          {state.message}
        </p>
      );
  }
}

/** How many events there are to export, asked when the menu opens. */
function useCount(search: string, isWanted: boolean): Count | null {
  const [known, setKnown] = useState<{ readonly search: string; readonly count: Count } | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const asking = new AbortController();
    fetch(`/api/events/count?${search}`, { signal: asking.signal })
      .then(async (response) => response.ok && setKnown({ search, count: trusted(await response.json()) }))
      // Without the figure the export is the same.
      .catch(() => undefined);
    return () => asking.abort();
  }, [search, isWanted]);
  return known?.search === search ? known.count : null;
}

/** The answer of the same build of Waymark that made this code. */
function trusted(body: unknown): Count {
  return body as Count;
}

function searchText({ q, from, to }: View): string {
  const given = Object.entries({ q, from, to }).filter(([, value]) => value !== null && value !== "");
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}

function exportHref(view: View, format: ExportFormat, extra: Readonly<Record<string, string>>): string {
  const more = new URLSearchParams({ format, order: view.order, ...extra });
  return `/api/events/export?${[searchText(view), more.toString()].filter((part) => part !== "").join("&")}`;
}

function shortly(state: ExportState, count: Count | null): string {
  if (state.kind !== "running") return "Export";
  if (count?.exact !== true || count.count === 0) return "Exporting";
  return `${Math.min(99, Math.floor((100 * state.saved.rows) / count.count))} %`;
}

function inWords({ count, exact }: Count): string {
  return `${exact ? "" : "at least "}${formatCount(count)} ${count === 1 ? "event" : "events"}`;
}

function soFar(saved: Saved, count: Count | null): string {
  const of = count?.exact === true ? ` of ${formatCount(count.count)}` : "";
  return `${formatCount(saved.rows)}${of} events, ${megabytes(saved.bytes)}`;
}

function sizeOf({ rows, bytes }: Saved): string {
  return `${formatCount(rows)} ${rows === 1 ? "event" : "events"}, ${megabytes(bytes)},`;
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
