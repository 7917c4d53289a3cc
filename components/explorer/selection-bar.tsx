"use client";

import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copyable.tsx";
import { formatCount } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Event } from "#lib/event/event.ts";
import { createEventText, type TextFormat } from "#lib/event/event-text.ts";
import styles from "./selection-bar.module.css";

/** What to do with the marked events. It stands over the foot of the list while any is marked. */
export function SelectionBar(props: { readonly events: readonly Event[]; readonly onClear: () => void }) {
  const { events, onClear } = props;
  const isMany = events.length !== 1;
  return (
    <div className={styles["place"]}>
      <section className={styles["bar"]} aria-label="Marked events">
        <span className={styles["count"]} role="status">
          {formatCount(events.length)} marked
        </span>
        <fieldset className={styles["copy"]}>
          <legend>Copy</legend>
          <CopyButton text={() => textOf(events, "json")}>JSON</CopyButton>
          <CopyButton text={() => textOf(events, "csv")}>CSV</CopyButton>
          <CopyButton text={() => linksTo(events)}>{isMany ? "Links" : "Link"}</CopyButton>
        </fieldset>
        <Button
          look="quiet"
          square
          aria-label="Unmark all"
          data-key="clear"
          data-hint="Unmark all  Esc"
          onClick={onClear}
        >
          <Icon name="close" size={14} />
        </Button>
      </section>
    </div>
  );
}

/** The events as an export has them, in the order in which they were marked. */
function textOf(events: readonly Event[], format: TextFormat): string {
  const text = createEventText(format);
  const written = events.map((event) => ({ event, record: null }));
  return text.head + text.part(written) + text.tail({ count: events.length });
}

/** One address a line. */
function linksTo(events: readonly Event[]): string {
  return events
    .map(({ eventId }) => new URL(`/events/${encodeURIComponent(eventId)}`, window.location.href).href)
    .join("\n");
}
