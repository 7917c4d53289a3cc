"use client";

import type { RefObject } from "react";
import { viewHref } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import type { View } from "#lib/search/view-url.ts";
import { countWords } from "./count-words.ts";
import { listKey } from "./list-key.ts";
import styles from "./newer-events.module.css";
import { searchText } from "./search-text.ts";
import { useExplorer } from "./use-explorer.ts";
import { useNewerCount } from "./use-newer-count.ts";

/** How many events have come since the list was read, to be loaded when the reader is ready: the list stays put. */
export function NewerEvents(props: {
  readonly cursor: string;
  /** Of the list that is shown. */
  readonly view: View;
  readonly pane: RefObject<HTMLElement | null>;
}) {
  const { view } = props;
  const explorer = useExplorer();
  const parameters = new URLSearchParams(searchText(view));
  parameters.set("cursor", props.cursor);
  const newer = useNewerCount(`/api/events/newer?${parameters}`);
  const load = () => {
    props.pane.current?.scrollTo(0, 0);
    const first = { ...view, cursor: null };
    if (listKey(first) === listKey(explorer.view)) explorer.again();
    else explorer.go(viewHref(first));
  };
  return (
    <div className={styles["place"]} role="status">
      {newer === null || newer.count === 0 ? null : (
        <Button className={styles["newer"]} aria-busy={explorer.busy} onClick={load}>
          <Icon name="arrow-up" size={14} />
          {countWords(newer, "newer event")}
        </Button>
      )}
    </div>
  );
}
