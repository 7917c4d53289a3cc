import { nameOfArn } from "#components/ui/cut-middle.ts";
import { MiddleCut } from "#components/ui/middle-cut.tsx";
import { Text } from "#components/ui/text.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Actor, Event, Resource } from "#lib/event/event.ts";
import { shortService } from "#lib/event/short-service.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import type { View } from "#lib/search/view-url.ts";
import styles from "./around.module.css";
import { compareHref } from "./compare-href.ts";
import { describeOffset } from "./describe-offset.ts";
import { Mark } from "./mark.tsx";
import { OutcomeHandle } from "./outcome.tsx";
import type { Links } from "./view.ts";
import { personBehind, wayOf } from "./who.tsx";

export type RowProps = {
  readonly event: Event;
  readonly other: Event;
  readonly view: View;
  readonly links: Links;
  /** Where a neighbour opens: beside the list, or on its page. */
  readonly open: (eventId: string) => string;
};

/** One event near another: when, what, by whom and on what. */
export function NeighbourRow({ other, event, view, links, open }: RowProps) {
  const when = describeOffset(Date.parse(other.eventTime), Date.parse(event.eventTime));
  const resource = sharedResource(other, event);
  const name = visibleText(other.eventName);
  return (
    <li className={styles["row"]} data-neighbour={other.eventId}>
      <span className={styles["when"]}>{when}</span>
      <span className={styles["what"]}>
        <Mark event={other} links={links} />
        <a className={styles["open"]} href={open(other.eventId)} aria-label={`Open ${name}, ${when}`}>
          <Text>{other.eventName}</Text>
        </a>
        {other.outcome === "success" ? null : <OutcomeHandle event={other} links={links} />}
      </span>
      <span className={styles["who"]}>
        <WhoInShort actor={other.actor} />
      </span>
      <span className={styles["resource"]}>
        {resource === undefined ? null : (
          <>
            <MiddleCut>{nameOfArn(resource.id)}</MiddleCut>
            {other.resources.length === 1 ? null : <span>+{other.resources.length - 1}</span>}
          </>
        )}
      </span>
      <a
        className={styles["compare"]}
        href={compareHref([event.eventId, other.eventId], view.tz)}
        aria-label={`Compare with ${name}, ${when}`}
      >
        Compare
      </a>
    </li>
  );
}

/** Whoever is behind it, and by which roles, as the list names them (Who); text alone, for a line this short. */
function WhoInShort({ actor }: { readonly actor: Actor }) {
  const behind = personBehind(actor);
  return <Text>{behind === null ? shortService(actor.name) : wayOf(behind.name, actor.path ?? [])}</Text>;
}

/** What both events are about, as far as they have it in common; else what the other is about. */
function sharedResource(other: Event, event: Event): Resource | undefined {
  const own = new Map(other.resources.map((resource) => [foldCase(resource.id), resource]));
  const [shared] = event.resources.flatMap(({ id }) => own.get(foldCase(id)) ?? []);
  return shared ?? other.resources[0];
}
