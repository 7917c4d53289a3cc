import Link from "next/link";
import { actorHref, sessionHref } from "#components/event/page-of.ts";
import { type Links, viewHref } from "#components/event/view.ts";
import { ACTOR_KINDS } from "#components/event/who.tsx";
import { cutMiddle, nameOfArn } from "#components/ui/cut-middle.ts";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { formatInstant } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { asRoute } from "#components/ui/route.ts";
import { Text } from "#components/ui/text.tsx";
import type { ActorProfile, Relations } from "#lib/event/actor/actor-profile.ts";
import { shortService } from "#lib/event/short-service.ts";
import type { View } from "#lib/search/view-url.ts";
import { Section } from "./section.tsx";
import styles from "./ties.module.css";

const FIRST = 10;

/** Who assumes it, what it assumes, and the credentials that it used last. */
export function Ties(props: { readonly profile: ActorProfile; readonly view: View; readonly links: Links }) {
  const { assumes, assumedBy, sessions } = props.profile;
  return (
    <div className={styles["ties"]}>
      {assumedBy === null ? null : (
        <RelationList
          title="Assumed by"
          relations={assumedBy}
          view={props.view}
          links={props.links}
          empty="No loaded event shows who assumed it."
        />
      )}
      <RelationList
        title="Assumes"
        relations={assumes}
        view={props.view}
        links={props.links}
        empty="No role."
      />
      <SessionList sessions={sessions} links={props.links} />
    </div>
  );
}

function RelationList(props: {
  readonly title: string;
  readonly relations: Relations;
  readonly view: View;
  readonly links: Links;
  readonly empty: string;
}) {
  const { relations, view } = props;
  const calls = `${relations.told.isWhole ? "" : "newest "}${plural(relations.told.events, "call")}`;
  const events = viewHref({ ...view, q: relations.q });
  return (
    <Section
      title={props.title}
      note={relations.told.events === 0 ? null : <Link href={asRoute(events)}>{calls}</Link>}
    >
      {relations.with.length === 0 ? <p className={styles["quiet"]}>{props.empty}</p> : null}
      <ul>
        {relations.with.slice(0, FIRST).map((one) => {
          const name = one.name.startsWith("arn:") ? nameOfRole(one.name) : one.name;
          return (
            <li key={`${one.kind} ${one.account} ${one.name}`} className={styles["line"]}>
              <span className={styles["glyph"]} data-hint={ACTOR_KINDS[one.kind].word}>
                <Icon name={ACTOR_KINDS[one.kind].icon} size={14} />
              </span>
              <span className={styles["name"]}>
                <Link
                  href={asRoute(props.links.page(actorHref(name, one.kind === "role")))}
                  prefetch={false}
                  data-hint={one.name}
                  data-hint-note={`last ${formatInstant(Date.parse(one.last), props.links.zone)}`}
                >
                  <Text>{shortService(name)}</Text>
                </Link>
                {one.account === null ? null : (
                  <span className={styles["quiet"]}>{` in ${one.account}`}</span>
                )}
                {one.denied === 0 ? null : (
                  <span className={styles["denied"]}>{` ${formatCount(one.denied)} denied`}</span>
                )}
              </span>
              <span className={styles["count"]}>{formatCount(one.count)}</span>
            </li>
          );
        })}
      </ul>
      {relations.with.length <= FIRST ? null : (
        <p className={styles["quiet"]}>{`${formatCount(relations.with.length - FIRST)} more`}</p>
      )}
    </Section>
  );
}

/** `arn:aws:iam::123456789012:role/path/Name` by its name. */
function nameOfRole(arn: string): string {
  const name = nameOfArn(arn);
  return name.slice(name.lastIndexOf("/") + 1);
}

function SessionList(props: { readonly sessions: ActorProfile["sessions"]; readonly links: Links }) {
  const { sessions, links } = props;
  return (
    <Section title="Last sessions and keys" note={sessions.length === 0 ? null : "of the newest 300 events"}>
      {sessions.length === 0 ? <p className={styles["quiet"]}>Its events name no credential.</p> : null}
      <ul>
        {sessions.map(({ id, session, role, origin, last, events }) => (
          <li key={id} className={styles["line"]}>
            <span className={styles["glyph"]}>
              <Icon name="chain" size={14} />
            </span>
            <span className={styles["name"]}>
              <Link href={asRoute(links.page(sessionHref(id)))} prefetch={false} data-hint={id}>
                <Text>{session ?? id}</Text>
              </Link>
              <span className={styles["quiet"]}>
                {role === null || role === session ? null : (
                  <>
                    {" as "}
                    <Text>{cutMiddle(role, 32)}</Text>
                  </>
                )}
                {origin === null || origin.kind === "unknown" || origin.name === session ? null : (
                  <>
                    {" of "}
                    <Text>{shortService(origin.name)}</Text>
                  </>
                )}
                {", "}
                <span className={styles["when"]}>
                  {formatInstant(Date.parse(last), links.zone).slice(0, 16)}
                </span>
              </span>
            </span>
            <span className={styles["count"]}>{formatCount(events)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
