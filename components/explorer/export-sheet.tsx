"use client";

import { Button } from "#components/ui/button.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import type { TextFormat } from "#lib/event/event-text.ts";
import { exportFileName } from "#lib/search/export-file-name.ts";
import type { TimeRange } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";
import type { View } from "#lib/search/view-url.ts";
import { countWords } from "./count-words.ts";
import styles from "./export-menu.module.css";
import type { ExportState } from "./run-export.ts";
import type { Saved } from "./save-export.ts";
import { searchText } from "./search-text.ts";
import { useExplorer } from "./use-explorer.ts";
import type { Exporting } from "./use-export.ts";

type Choice = {
  readonly label: string;
  readonly about: string;
  readonly format: TextFormat;
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

/** The kinds of file, and how far the one that is being written has come. */
export function ExportSheet(props: {
  readonly range: TimeRange;
  readonly exporting: Exporting;
  /** Of the view that is shown. */
  readonly count: EventCount | null;
  /** How many events the export that runs will hold, where that is known. */
  readonly whole: number | null;
}) {
  const { range, count, whole } = props;
  const { state, start, cancel } = props.exporting;
  const { view } = useExplorer();
  const choose = ({ format, extra }: Choice) => {
    const name = exportFileName(view.q, range, format);
    start({ href: exportHref(view, format, extra), format, name, search: searchText(view) });
  };
  return (
    <>
      <p className={styles["count"]}>
        {count === null ? "All events of this view" : `All ${countWords(count)} of this view`}
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
      <Progress state={state} whole={whole} cancel={cancel} />
    </>
  );
}

function Progress(props: {
  readonly state: ExportState;
  readonly whole: number | null;
  readonly cancel: () => void;
}) {
  const { state, whole, cancel } = props;
  switch (state.kind) {
    case "idle":
      return null;
    case "running":
      return (
        <div className={styles["state"]}>
          <ProgressBar
            label="Exported"
            part={whole === null ? null : state.saved.rows / Math.max(1, whole)}
          />
          <p>{soFar(state.saved, whole)}</p>
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

function exportHref(view: View, format: TextFormat, extra: Readonly<Record<string, string>>): string {
  const more = new URLSearchParams({ format, order: view.order, ...extra });
  return `/api/events/export?${[searchText(view), more.toString()].filter((part) => part !== "").join("&")}`;
}

function soFar(saved: Saved, whole: number | null): string {
  const of = whole === null ? "" : ` of ${formatCount(whole)}`;
  return `${formatCount(saved.rows)}${of} events, ${megabytes(saved.bytes)}`;
}

function sizeOf({ rows, bytes }: Saved): string {
  return `${plural(rows, "event")}, ${megabytes(bytes)},`;
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}
