import { PageHandleMenu } from "#components/event/page-handle-menu.tsx";
import { actorHref } from "#components/event/page-of.ts";
import { linksOf, viewHref } from "#components/event/view.ts";
import { formatCount } from "#components/ui/format-count.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { isoSecond } from "#lib/base/iso-time.ts";
import type { ActorProfile } from "#lib/event/actor/actor-profile.ts";
import { spanBefore } from "#lib/event/actor/span-before.ts";
import { DEFAULT_VIEW, type View } from "#lib/search/view-url.ts";
import { ActorFigures } from "./actor-figures.tsx";
import { ActorHead } from "./actor-head.tsx";
import styles from "./actor-page.module.css";
import { CalendarChart } from "./calendar.tsx";
import { calendarOf } from "./calendar-cells.ts";
import { News } from "./news.tsx";
import { type RangeChoice, RangeNav } from "./range-nav.tsx";
import { RefusalList } from "./refusal-list.tsx";
import { Ties } from "./ties.tsx";
import { UsedPolicyBlock } from "./used-policy.tsx";

const HOUR = 3_600_000;

/** One actor over a span of time: when, what, where, with what, what was denied, what is new, and its ties. */
export function ActorPage(props: {
  readonly profile: ActorProfile;
  readonly tz: string;
  readonly zone: Zone;
}) {
  const { profile, zone, tz } = props;
  const view: View = { ...DEFAULT_VIEW, q: profile.q, from: profile.from, to: profile.to, tz };
  const links = linksOf(view, zone);
  const span = { from: Date.parse(profile.from), to: Date.parse(profile.to) };
  const note = profile.activity.isExact
    ? ""
    : `Only the newest ${formatCount(profile.activity.events)} events are drawn.`;
  return (
    <div className={styles["page"]}>
      <ActorHead
        profile={profile}
        eventsHref={viewHref(view)}
        links={links}
        range={<RangeNav {...span} zone={zone} choices={choicesOf(profile, tz)} />}
      />
      <CalendarChart
        calendar={calendarOf(profile.activity, span, zone)}
        note={`${profile.activity.grain === "day" ? "Days of UTC." : `Hours of ${zone}.`} ${note}`.trim()}
        hrefOf={(from, to) => viewHref({ ...view, from: isoSecond(from), to: isoSecond(to) })}
      />
      <RefusalList refusals={profile.refusals} links={links} />
      <ActorFigures profile={profile} links={links} />
      <News profile={profile} links={links} />
      <Ties profile={profile} view={view} links={links} />
      <UsedPolicyBlock policy={profile.policy} />
      <PageHandleMenu view={view} />
    </div>
  );
}

/** Spans that end where this one ends, so that going from one to the other keeps the end in place. */
function choicesOf(profile: ActorProfile, tz: string): RangeChoice[] {
  const to = Date.parse(profile.to);
  const first = Math.floor(Date.parse(profile.loadedFrom) / HOUR) * HOUR;
  const lastEvent = Date.parse(profile.loadedTo);
  const back = (days: number) => spanBefore(days, { to, lastEvent });
  const spans: readonly (readonly [label: string, from: number])[] = [
    ["24 h", back(1)],
    ["7 d", back(7)],
    ["30 d", back(30)],
    ["90 d", back(90)],
    ["All", Math.min(first, to - HOUR)],
  ];
  // All that is loaded may be as long as one of the others.
  const chosen = spans.findIndex(([, from]) => isoSecond(from) === profile.from);
  return spans.map(([label, from], index) => ({
    label,
    href: hrefOf(profile, isoSecond(from), tz),
    isChosen: index === chosen,
  }));
}

function hrefOf(profile: ActorProfile, from: string, tz: string): string {
  const base = actorHref(profile.name, profile.isRole);
  return withTz(`${base}${base.includes("?") ? "&" : "?"}from=${from}&to=${profile.to}`, tz);
}
