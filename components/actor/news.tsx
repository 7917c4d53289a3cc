import { Fact, Facts } from "#components/event/facts.tsx";
import { Handle } from "#components/event/handle.tsx";
import { placeWords } from "#components/event/place-words.ts";
import type { Links } from "#components/event/view.ts";
import { cutMiddle } from "#components/ui/cut-middle.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { formatShortDay } from "#components/ui/format-time.ts";
import { Text } from "#components/ui/text.tsx";
import type { ActorProfile, Seen } from "#lib/event/actor/actor-profile.ts";
import { shortService } from "#lib/event/short-service.ts";
import styles from "./news.module.css";
import { Section } from "./section.tsx";

const FIRST = 8;

/** What the span has that the 30 days before it had not. */
export function News({ profile, links }: { readonly profile: ActorProfile; readonly links: Links }) {
  const { before, loadedFrom } = profile;
  const title = "New, compared with the 30 days before";
  if (!before.isKnown) {
    const day = formatShortDay(Date.parse(loadedFrom), links.zone);
    return (
      <Section title={title}>
        <p className={styles["quiet"]}>{`Nothing can be said: the logs that are loaded begin on ${day}.`}</p>
      </Section>
    );
  }
  const groups = [
    ["Calls", "event", profile.calls],
    ["Services", "service", profile.services],
    ["Regions", "region", profile.regions],
    ["Accounts", "account", profile.accounts],
    ["Addresses", "ip", profile.addresses.map((one) => ({ ...one, words: placeWords(one) }))],
    ["Clients", "agent", profile.agents],
    ["Roles", "role", profile.roles],
  ] as const;
  const isAll = before.events === 0 && before.isWhole;
  const some = groups.filter(([, , seen]) => seen.some(({ isNew }) => isNew === true));
  return (
    <Section title={title} note={noteOf(profile, links)}>
      {isAll ? (
        <p className={styles["quiet"]}>All of it: no event of those days names this actor.</p>
      ) : some.length === 0 ? (
        <p className={styles["quiet"]}>Nothing: all of it occurred then as well.</p>
      ) : (
        <Facts title="">
          {some.map(([name, field, seen]) => (
            <Fact key={field} name={name}>
              <NewValues field={field} seen={seen} links={links} />
            </Fact>
          ))}
        </Facts>
      )}
    </Section>
  );
}

function NewValues(props: {
  readonly field: string;
  readonly seen: readonly (Seen & { readonly words?: string })[];
  readonly links: Links;
}) {
  const fresh = props.seen.filter(({ isNew }) => isNew === true);
  return (
    <ul className={styles["values"]}>
      {fresh.slice(0, FIRST).map(({ value, count, words }) => (
        <li key={value}>
          <Handle
            links={props.links}
            field={props.field}
            value={value}
            shown={cutMiddle(shortService(value), 64)}
          />
          {words === undefined ? null : (
            <span className={styles["count"]}>
              {" "}
              <Text>{words}</Text>
            </span>
          )}
          <span className={styles["count"]}>{` ${formatCount(count)}`}</span>
        </li>
      ))}
      {fresh.length <= FIRST ? null : (
        <li className={styles["count"]}>{`${formatCount(fresh.length - FIRST)} more`}</li>
      )}
    </ul>
  );
}

function noteOf({ before, loadedFrom, told }: ActorProfile, links: Links): string {
  const parts = [
    before.isWhole ? "" : `of which the newest ${formatCount(before.events)} events were looked at`,
    loadedFrom > before.from
      ? `of which logs are loaded from ${formatShortDay(Date.parse(loadedFrom), links.zone)} on`
      : "",
    told.isWhole ? "" : `among the newest ${formatCount(told.events)} events`,
  ];
  return parts.filter((part) => part !== "").join("; ");
}
