import type { ReactNode } from "react";
import { placeWords } from "#components/event/place-words.ts";
import type { Links } from "#components/event/view.ts";
import { Badge } from "#components/ui/badge.tsx";
import { formatInstant } from "#components/ui/format-time.ts";
import type { ActorProfile, Seen } from "#lib/event/actor/actor-profile.ts";
import { shortService } from "#lib/event/short-service.ts";
import styles from "./actor-figures.module.css";
import { ToolList } from "./tool-list.tsx";
import { TopList, type TopRow } from "./top-list.tsx";

/** What an actor used, from where and with what: each figure leads to its events. */
export function ActorFigures({ profile, links }: { readonly profile: ActorProfile; readonly links: Links }) {
  // Where nothing of the days before is the actor's, all is new: the news say it once.
  const isMarked = profile.before.events > 0;
  const row = (seen: Seen, more: Partial<TopRow> = {}) => toRow(seen, links, isMarked, more);
  return (
    <div className={styles["figures"]}>
      <TopList
        title="Services"
        field="service"
        links={links}
        rows={profile.services.map((one) => row(one, { shown: shortService(one.value) }))}
      />
      <TopList
        title="Calls"
        field="event"
        links={links}
        rows={profile.calls.map((one) => row(one, { key: one.service, before: shortService(one.service) }))}
      />
      <TopList
        title="From"
        field="ip"
        links={links}
        rows={profile.addresses.map((one) => withPlace(row(one), placeWords(one)))}
      />
      <ToolList agents={profile.agents} links={links} />
      <TopList
        title="Accounts"
        field="account"
        links={links}
        rows={profile.accounts.map((one) => row(one))}
      />
      <TopList title="Regions" field="region" links={links} rows={profile.regions.map((one) => row(one))} />
      {profile.isRole ? null : (
        <TopList title="Roles" field="role" links={links} rows={profile.roles.map((one) => row(one))} />
      )}
      <TopList title="Errors" field="error" links={links} rows={profile.errors.map((one) => row(one))} />
    </div>
  );
}

/** A long name of a network gives way in the row: the hint has it whole. */
function withPlace(row: TopRow, words: string): TopRow {
  const hintNote = row.hintNote === undefined ? words : `${words}, ${row.hintNote}`;
  return { ...row, shown: shortService(row.value), words, hintNote };
}

function toRow(seen: Seen, links: Links, isMarked: boolean, more: Partial<TopRow>): TopRow {
  const at = (time: string) => formatInstant(Date.parse(time), links.zone);
  return {
    value: seen.value,
    count: seen.count,
    hintNote: `first ${at(seen.first)}, last ${at(seen.last)}`,
    ...(isMarked && seen.isNew === true && { mark: <NewMark /> }),
    ...more,
  };
}

function NewMark(): ReactNode {
  return (
    <Badge tone="accent" icon="plus">
      new
    </Badge>
  );
}
