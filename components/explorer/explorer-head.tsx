import type { ReactNode } from "react";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Problem } from "#lib/search/search.ts";
import styles from "./explorer-head.module.css";
import { ExportMenu } from "./export-menu.tsx";
import { SearchBar } from "./search-bar.tsx";
import { ShareButton } from "./share-button.tsx";
import { TableTools } from "./table-tools.tsx";
import { TimePicker } from "./time-picker.tsx";
import { ViewProblems } from "./view-problems.tsx";

/** What is asked: the query, the time; then the line that says what the answer rests on. */
export function ExplorerHead(props: {
  readonly problems: readonly Problem[];
  readonly range: { readonly from: number | null; readonly to: number | null };
  readonly status: ReactNode;
}) {
  return (
    <header className={styles["head"]}>
      <h1>
        <VisuallyHidden>Events</VisuallyHidden>
      </h1>
      <div className={styles["ask"]}>
        <SearchBar problems={props.problems.filter(({ parameter }) => parameter === "q")} />
        <TimePicker />
        <ShareButton />
        <ExportMenu range={props.range} />
      </div>
      <ViewProblems problems={props.problems.filter(({ parameter }) => parameter !== "q")} />
      <div className={styles["state"]}>
        <div className={styles["answer"]} role="status">
          {props.status}
        </div>
        <TableTools />
      </div>
    </header>
  );
}
