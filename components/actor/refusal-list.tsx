import Link from "next/link";
import { Handle } from "#components/event/handle.tsx";
import { LongText } from "#components/event/long-text.tsx";
import { eventHref } from "#components/event/page-of.ts";
import type { Links } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { formatInstant } from "#components/ui/format-time.ts";
import { asRoute } from "#components/ui/route.ts";
import type { Refusal } from "#lib/event/actor/actor-profile.ts";
import { shortService } from "#lib/event/short-service.ts";
import styles from "./refusal-list.module.css";
import { Section } from "./section.tsx";

const FIRST = 6;

/** What was denied, each kind of call with the reason that AWS gave last. */
export function RefusalList(props: { readonly refusals: readonly Refusal[]; readonly links: Links }) {
  const { refusals, links } = props;
  if (refusals.length === 0) return null;
  const rest = refusals.slice(FIRST);
  return (
    <Section title="Denied" note="with what AWS said to the last call of each kind">
      <Lines refusals={refusals.slice(0, FIRST)} links={links} />
      {rest.length === 0 ? null : (
        <details className={styles["more"]}>
          <summary>{`${formatCount(rest.length)} more`}</summary>
          <Lines refusals={rest} links={links} />
        </details>
      )}
    </Section>
  );
}

function Lines(props: { readonly refusals: readonly Refusal[]; readonly links: Links }) {
  const { links } = props;
  return (
    <ul className={styles["list"]}>
      {props.refusals.map((one) => (
        <li key={`${one.service} ${one.event}`} className={styles["line"]}>
          <span className={styles["call"]}>
            <span className={styles["service"]}>{shortService(one.service)}</span>{" "}
            <Handle links={links} field="event" value={one.event} />
            <span className={styles["times"]}>{` ×${formatCount(one.count)}`}</span>
          </span>
          <span className={styles["reason"]}>
            {one.errorCode === null ? null : (
              <Handle links={links} field="error" value={one.errorCode} muted />
            )}{" "}
            {one.reason === null ? null : <LongText text={one.reason} first={600} />}
          </span>
          <span className={styles["when"]}>
            {one.eventId === null ? (
              formatInstant(Date.parse(one.last), links.zone)
            ) : (
              <Link href={asRoute(links.page(eventHref(one.eventId)))} prefetch={false}>
                {formatInstant(Date.parse(one.last), links.zone)}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
