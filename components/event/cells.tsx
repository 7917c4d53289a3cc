import type { ReactNode } from "react";
import { nameOfArn } from "#components/ui/cut-middle.ts";
import { formatClock } from "#components/ui/format-time.ts";
import { Text } from "#components/ui/text.tsx";
import { ClockTime } from "#components/ui/time.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Event } from "#lib/event/event.ts";
import { shortService } from "#lib/event/short-service.ts";
import { AccountHandle } from "./account-handle.tsx";
import styles from "./cells.module.css";
import { CodeHandle } from "./code-handle.tsx";
import type { ColumnId } from "./columns.ts";
import { Handle } from "./handle.tsx";
import { Mark } from "./mark.tsx";
import { OutcomeHandle } from "./outcome.tsx";
import { placeNote, placeTag } from "./place-words.ts";
import { Several } from "./several.tsx";
import type { Links } from "./view.ts";
import { Who } from "./who.tsx";

export type CellProps = {
  readonly event: Event;
  readonly links: Links;
  /** True keeps the cell's values off the Tab path. */
  readonly offTab: boolean;
};

/** The value of one field as a handle, or nothing where the event has none. */
function value(props: CellProps, field: ColumnId, text: string | null, shown?: string): ReactNode {
  if (text === null || text === "") return null;
  return (
    <Handle links={props.links} field={field} value={text} offTab={props.offTab}>
      <Text>{shown ?? text}</Text>
    </Handle>
  );
}

/** The same for ids, keys and addresses: in mono, cut in the middle where the column is narrow. */
function code(props: CellProps, field: ColumnId, text: string | null, shown?: string): ReactNode {
  if (text === null || text === "") return null;
  return (
    <CodeHandle
      links={props.links}
      field={field}
      value={text}
      offTab={props.offTab}
      {...(shown !== undefined && { shown })}
    />
  );
}

function TimeCell({ event, links, offTab }: CellProps) {
  const at = Date.parse(event.eventTime);
  return (
    <a
      aria-label={`${formatClock(at, links.zone)}, open ${visibleText(event.eventName)}`}
      className={styles["time"]}
      href={links.open(event.eventId)}
      data-open={event.eventId}
      tabIndex={offTab ? -1 : undefined}
    >
      <ClockTime at={at} zone={links.zone} />
    </a>
  );
}

function EventCell(props: CellProps) {
  return (
    <span className={styles["event"]}>
      <Mark event={props.event} links={props.links} offTab={props.offTab} />
      <span className={styles["cut"]}>{value(props, "event", props.event.eventName)}</span>
    </span>
  );
}

function ResourceCell(props: CellProps) {
  const [first, ...rest] = props.event.resources;
  if (first === undefined) return null;
  return (
    <span className={styles["event"]}>
      <span className={styles["cut"]}>{code(props, "resource", first.id, nameOfArn(first.id))}</span>
      {rest.length === 0 ? null : (
        <span className={styles["more"]}>
          <MoreResources {...props} resources={rest.map(({ id }) => id)} />
        </span>
      )}
    </span>
  );
}

function MoreResources({
  event,
  links,
  offTab,
  resources,
}: CellProps & { readonly resources: readonly string[] }) {
  return (
    <Several
      resources={resources}
      href={links.open(event.eventId)}
      offTab={offTab}
      noun={resources.length === 1 ? "more resource" : "more resources"}
    >
      +{resources.length}
    </Several>
  );
}

function AddressCell(props: CellProps) {
  const { event, links, offTab } = props;
  const { sourceIp, place } = event;
  if (sourceIp === null) return null;
  const isName = /[g-z]/i.test(sourceIp) && !sourceIp.includes(":");
  if (isName) return value(props, "ip", sourceIp, shortService(sourceIp));
  const tag = place == null ? null : placeTag(place);
  const note = place == null ? null : placeNote(place);
  return (
    <span className={styles["event"]}>
      <span className={styles["cut"]}>
        <CodeHandle
          links={links}
          field="ip"
          value={sourceIp}
          offTab={offTab}
          {...(note !== null && { hintNote: note })}
        />
      </span>
      {tag === null || note === null ? null : (
        <span className={styles["more"]} data-hint={note}>
          {tag}
        </span>
      )}
    </span>
  );
}

function ResourceTypeCell(props: CellProps) {
  const types = [...new Set(props.event.resources.flatMap(({ type }) => type ?? []))];
  const first = types[0];
  return first === undefined ? null : value(props, "resourceType", first, first.replace(/^AWS::/, ""));
}

/** The cell of every column. Total: a column without one does not compile. */
export const CELLS: Readonly<Record<ColumnId, (props: CellProps) => ReactNode>> = {
  time: TimeCell,
  event: EventCell,
  service: (props) => value(props, "service", props.event.eventSource, shortService(props.event.eventSource)),
  actor: (props) => <Who event={props.event} links={props.links} offTab={props.offTab} />,
  resource: ResourceCell,
  ip: AddressCell,
  account: ({ event, links, offTab }) => (
    <AccountHandle account={event.account} links={links} offTab={offTab} />
  ),
  region: (props) => value(props, "region", props.event.region),
  outcome: (props) =>
    props.event.outcome === "success" ? null : (
      <OutcomeHandle event={props.event} links={props.links} offTab={props.offTab} />
    ),
  error: (props) => value(props, "error", props.event.errorCode),
  role: (props) => value(props, "role", props.event.actor.role),
  session: (props) => value(props, "session", props.event.actor.session),
  principal: (props) => code(props, "principal", props.event.actor.arn),
  key: (props) => code(props, "key", props.event.actor.accessKeyId),
  via: (props) => value(props, "via", props.event.actor.via),
  agent: (props) => value(props, "agent", props.event.userAgent),
  resourceType: ResourceTypeCell,
  readOnly: (props) =>
    value(props, "readOnly", String(props.event.readOnly), props.event.readOnly ? "read" : "write"),
  category: (props) => value(props, "category", props.event.category),
  id: (props) => code(props, "id", props.event.eventId),
  origin: (props) => value(props, "origin", props.event.origin),
};
