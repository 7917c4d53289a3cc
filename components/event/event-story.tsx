"use client";

import { useMemo } from "react";
import { CopyableId, CopyButton } from "#components/ui/copyable.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { Note } from "#components/ui/note.tsx";
import { Text } from "#components/ui/text.tsx";
import { nodeAt } from "#lib/base/json-node.ts";
import { parseJsonText } from "#lib/base/json-text.ts";
import type { View } from "#lib/search/view-url.ts";
import { Around } from "./around.tsx";
import { Changes } from "./changes.tsx";
import type { EventDetail } from "./event-detail.ts";
import { EventFacts } from "./event-facts.tsx";
import { EventSentence } from "./event-sentence.tsx";
import styles from "./event-story.module.css";
import { Reading } from "./reading.tsx";
import { RecordTree } from "./record-tree.tsx";
import { Severities } from "./severities.tsx";
import { linksOf } from "./view.ts";

/** The parts of a record that differ from call to call, in the order in which people ask for them. */
const READ = [
  { key: "requestParameters", title: "Request" },
  { key: "responseElements", title: "Response" },
  { key: "serviceEventDetails", title: "Details of the service" },
  { key: "additionalEventData", title: "Additional data" },
] as const;

/**
 * One event, whole: a sentence, what changed, the facts in four blocks, the request and the response laid out for
 * reading, the record as it was delivered, then what happened around it.
 */
export function EventStory(props: {
  readonly detail: EventDetail;
  readonly view: View;
  readonly zone: Zone;
  /** Where other events open; absent: beside the list. */
  readonly open?: (eventId: string) => string;
}) {
  const { detail, view, zone } = props;
  const links = useMemo(() => linksOf(view, zone), [view, zone]);
  const record = useMemo(() => parseJsonText(detail.record), [detail.record]);
  return (
    <article className={styles["story"]}>
      <Severities severities={detail.event.severities} />
      <EventSentence event={detail.event} record={record} links={links} />
      <Changes record={record} />
      <EventFacts event={detail.event} chain={detail.chain} record={record} links={links} />
      {READ.map(({ key, title }) => (
        <Reading key={key} title={title} node={nodeAt(record, key)} path={key} links={links} />
      ))}
      <section className={styles["record"]}>
        <header className={styles["head"]}>
          <h3>Record as delivered</h3>
          <span className={styles["size"]}>{`${formatCount(detail.record.length)} characters`}</span>
          <CopyButton text={detail.record}>Copy record</CopyButton>
        </header>
        {record === null ? <PlainRecord text={detail.record} /> : <RecordTree root={record} links={links} />}
      </section>
      <footer className={styles["origin"]}>
        <span>Read from</span>
        <CopyableId value={detail.object.key} label="object key" most={72} />
        <span>
          {`record ${detail.object.ordinal + 1}, source `}
          <Text>{detail.object.source}</Text>
        </span>
      </footer>
      <Around event={detail.event} view={view} links={links} open={props.open ?? links.open} />
    </article>
  );
}

const MOST_PLAIN = 20_000;

function PlainRecord({ text }: { readonly text: string }) {
  return (
    <>
      <Note kind="warning" title="This record nests too deep to be shown as a tree." />
      <pre className={styles["plain"]}>
        <Text>{text.slice(0, MOST_PLAIN)}</Text>
        {text.length > MOST_PLAIN ? "…" : ""}
      </pre>
    </>
  );
}
