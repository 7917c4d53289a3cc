"use client";

import { compareHref, MOST_COMPARED } from "#components/event/compare-href.ts";
import { eventHref } from "#components/event/page-of.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copyable.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Event } from "#lib/event/event.ts";
import { createEventText, type TextFormat } from "#lib/event/event-text.ts";
import styles from "./selection-bar.module.css";
import { useExplorer } from "./use-explorer.ts";

/** What to do with the selected events. It stands over the foot of the list while there are any. */
export function SelectionBar(props: { readonly events: readonly Event[]; readonly onClear: () => void }) {
  const { events, onClear } = props;
  const isMany = events.length !== 1;
  return (
    <div className={styles["place"]}>
      <section className={styles["bar"]} aria-label="Selected events">
        <span className={styles["count"]} role="status">
          {formatCount(events.length)} selected
        </span>
        <fieldset className={styles["copy"]}>
          <legend>Copy</legend>
          <CopyButton text={() => textOf(events, "json")}>JSON</CopyButton>
          <CopyButton text={() => textOf(events, "csv")}>CSV</CopyButton>
          <CopyButton text={() => linksTo(events)}>{isMany ? "Links" : "Link"}</CopyButton>
        </fieldset>
        <Compare events={events} />
        <Button
          look="quiet"
          square
          aria-label="Clear the selection"
          data-key="clear"
          data-hint="Clear the selection  Esc"
          onClick={onClear}
        >
          <Icon name="close" size={14} />
        </Button>
      </section>
    </div>
  );
}

function Compare({ events }: { readonly events: readonly Event[] }) {
  const { view } = useExplorer();
  // An event delivered to two accounts is one id.
  const ids = [...new Set(events.map(({ eventId }) => eventId))];
  if (ids.length < 2 || ids.length > MOST_COMPARED)
    return <span className={styles["hint"]}>Compare takes two to five events</span>;
  return (
    <ButtonLink className={styles["compare"]} look="quiet" href={compareHref(ids, view.tz)}>
      Compare
    </ButtonLink>
  );
}

/** The events as an export has them, in the order in which they were selected. */
function textOf(events: readonly Event[], format: TextFormat): string {
  const text = createEventText(format);
  const written = events.map((event) => ({ event, record: null }));
  return text.head + text.part(written) + text.tail({ count: events.length });
}

/** One address a line. */
function linksTo(events: readonly Event[]): string {
  return events.map(({ eventId }) => new URL(eventHref(eventId), window.location.href).href).join("\n");
}
