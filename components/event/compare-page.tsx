import { Button, ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { Zone } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { parseJsonText } from "#lib/base/json-text.ts";
import type { Event } from "#lib/event/event.ts";
import type { View } from "#lib/search/view-url.ts";
import { compareHref, MOST_COMPARED } from "./compare-href.ts";
import styles from "./compare-page.module.css";
import { type Comparison, compareRecords, lineOf } from "./compare-records.ts";
import { CompareTable } from "./compare-table.tsx";
import type { EventDetail } from "./event-detail.ts";
import { PlainSentence } from "./event-sentence.tsx";
import { PageHandleMenu } from "./page-handle-menu.tsx";
import { eventHref } from "./page-of.ts";
import { linksOf, viewHref } from "./view.ts";

type CompareProps = {
  readonly details: readonly EventDetail[];
  /** Ids of which no event is loaded. */
  readonly missing: readonly string[];
  /** True where more were asked for than can be compared. */
  readonly isCut: boolean;
  readonly view: View;
  readonly zone: Zone;
};

const LETTERS = ["A", "B", "C", "D", "E"] as const;

/** Two to five events side by side: what differs first, what is equal folded away. */
export function ComparePage({ details, missing, isCut, view, zone }: CompareProps) {
  const links = linksOf(view, zone);
  const letters = LETTERS.slice(0, details.length);
  const records = details.map(({ record }) => parseJsonText(record));
  const events = details.map(({ event }) => event);
  return (
    <div className={styles["page"]}>
      <nav aria-label="Back">
        <a className={styles["back"]} href={viewHref(view)}>
          Events
        </a>
      </nav>
      <h1 className={styles["title"]}>Compare events</h1>
      <Problems missing={missing} isCut={isCut} />
      {details.length < 2 ? <TooFew count={details.length} href={viewHref(view)} /> : null}
      <ol>
        {details.map((detail, index) => (
          <Compared
            key={detail.event.eventId}
            detail={detail}
            letter={letters[index] ?? ""}
            record={records[index] ?? null}
            others={events.filter(({ eventId }) => eventId !== detail.event.eventId)}
            tz={view.tz}
            zone={zone}
          />
        ))}
      </ol>
      {details.length === 0 || details.length >= MOST_COMPARED ? null : (
        <AddEvent events={events} tz={view.tz} />
      )}
      {details.length < 2 ? null : (
        <>
          <CompareTable title="Fields" letters={letters} comparison={fieldLines(events)} links={links} />
          <CompareTable title="Record" letters={letters} comparison={compareRecords(records)} links={links} />
        </>
      )}
      <PageHandleMenu view={view} />
    </div>
  );
}

function Compared(props: {
  readonly detail: EventDetail;
  readonly letter: string;
  readonly record: ReturnType<typeof parseJsonText>;
  readonly others: readonly Event[];
  readonly tz: string;
  readonly zone: Zone;
}) {
  const { detail, letter, others, tz, zone } = props;
  const { event } = detail;
  const name = visibleText(event.eventName);
  return (
    <li className={styles["event"]}>
      <span className={styles["letter"]}>{letter}</span>
      <div className={styles["words"]}>
        <p className={styles["head"]}>
          <a className={styles["name"]} href={withTz(eventHref(event.eventId), tz)}>
            <Text>{event.eventName}</Text>
          </a>
          <InstantTime at={Date.parse(event.eventTime)} zone={zone} />
        </p>
        <p>
          <PlainSentence event={event} record={props.record} />
        </p>
      </div>
      {others.length < 2 ? null : (
        <ButtonLink
          look="quiet"
          square
          href={compareHref(
            others.map(({ eventId }) => eventId),
            tz,
          )}
          aria-label={`Leave out ${letter}, ${name}`}
          data-hint="Leave out"
        >
          <Icon name="close" />
        </ButtonLink>
      )}
    </li>
  );
}

/** The catalogue's fields that an event carries, as texts. */
function fieldLines(events: readonly Event[]): Comparison {
  const line = (name: string, read: (event: Event) => string | null) => lineOf(name, events.map(read));
  const lines = [
    line("event", ({ eventName }) => eventName),
    line("service", ({ eventSource }) => eventSource),
    line("actor", ({ actor }) => actor.name),
    line("role", ({ actor }) => actor.role),
    line("session", ({ actor }) => actor.session),
    line("principal", ({ actor }) => actor.arn),
    line("key", ({ actor }) => actor.accessKeyId),
    line("via", ({ actor }) => actor.via),
    line("ip", ({ sourceIp }) => sourceIp),
    line("agent", ({ userAgent }) => userAgent),
    line("account", ({ account }) => account),
    line("region", ({ region }) => region),
    line("resource", ({ resources }) => resources[0]?.id ?? null),
    line("outcome", ({ outcome }) => outcome),
    line("error", ({ errorCode }) => errorCode),
  ].filter(({ cells }) => cells.some((cell) => cell !== null));
  return { lines, left: { different: 0, equal: 0 } };
}

function AddEvent({ events, tz }: { readonly events: readonly Event[]; readonly tz: string }) {
  return (
    <form className={styles["add"]} action="/events/compare">
      {events.map(({ eventId }) => (
        <input key={eventId} type="hidden" name="id" value={eventId} />
      ))}
      {tz === "utc" ? null : <input type="hidden" name="tz" value={tz} />}
      <label>
        <span>Another event’s id</span>
        <input className={styles["id"]} name="id" required autoComplete="off" spellCheck={false} />
      </label>
      <Button type="submit">Add</Button>
    </form>
  );
}

function Problems({ missing, isCut }: Pick<CompareProps, "missing" | "isCut">) {
  return (
    <>
      {missing.map((id) => (
        <Note key={id} kind="warning" title={`No loaded event has the id ${visibleText(id.slice(0, 80))}.`}>
          Its log object may not be loaded yet, or the event may have been dropped by retention.
        </Note>
      ))}
      {isCut ? (
        <Note kind="info" title={`At most ${MOST_COMPARED} events are compared; the rest was left out.`} />
      ) : null}
    </>
  );
}

function TooFew({ count, href }: { readonly count: number; readonly href: string }) {
  return (
    <EmptyState
      level={2}
      title={count === 0 ? "Nothing to compare yet." : "One event alone cannot be compared."}
      actions={<ButtonLink href={href}>Go to the events</ButtonLink>}
    >
      <p>Open an event and choose “Compare” beside one that happened around it.</p>
    </EmptyState>
  );
}
