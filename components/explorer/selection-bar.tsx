"use client";

import { Button, ButtonLink } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copyable.tsx";
import { formatCount } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import type { Event } from "#lib/event/event.ts";
import { createEventText, type TextFormat } from "#lib/event/event-text.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
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

/** So many can stand side by side. */
const COMPARED = { least: 2, most: 5 } as const;

function Compare({ events }: { readonly events: readonly Event[] }) {
  const { view } = useExplorer();
  // An event delivered to two accounts is one id.
  const ids = [...new Set(events.map(({ eventId }) => eventId))];
  if (ids.length < COMPARED.least || ids.length > COMPARED.most)
    return <span className={styles["hint"]}>Compare takes two to five events</span>;
  const parameters = new URLSearchParams(ids.map((id) => ["id", id]));
  if (view.tz !== DEFAULT_VIEW.tz) parameters.set("tz", view.tz);
  return (
    <ButtonLink className={styles["compare"]} look="quiet" href={`/events/compare?${parameters}`}>
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
  return events
    .map(({ eventId }) => new URL(`/events/${encodeURIComponent(eventId)}`, window.location.href).href)
    .join("\n");
}
