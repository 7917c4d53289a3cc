import type { ReactNode } from "react";
import type { Links } from "#components/event/view.ts";
import { ACTOR_KINDS } from "#components/event/who.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { CopyableId } from "#components/ui/copyable.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Text } from "#components/ui/text.tsx";
import type { ActorProfile } from "#lib/event/actor/actor-profile.ts";
import { blastHref } from "#lib/event/blast.ts";
import { shortService } from "#lib/event/short-service.ts";
import styles from "./page-head.module.css";

const FIRST_IDS = 4;

/** Who it is, in one line with its ids, and what the span comes to. */
export function ActorHead(props: {
  readonly profile: ActorProfile;
  readonly eventsHref: string;
  readonly links: Links;
  readonly range: ReactNode;
}) {
  const { profile } = props;
  const kind = profile.isRole ? "role" : (profile.kinds[0]?.kind ?? "unknown");
  const { icon, word } = ACTOR_KINDS[kind];
  const rest = profile.identities.length - FIRST_IDS;
  return (
    <header className={styles["head"]}>
      <div className={styles["line"]}>
        <span className={styles["glyph"]}>
          <Icon name={icon} />
        </span>
        <h1 className={styles["title"]}>
          <Text>{shortService(profile.name)}</Text>{" "}
          <span className={styles["kind"]}>{kind === "role" ? "role" : word}</span>
        </h1>
        <span className={styles["actions"]}>
          {props.range}
          {kind === "service" || profile.activity.events === 0 ? null : (
            <ButtonLink
              href={props.links.page(blastHref({ kind: "actor", value: profile.name }, spanOf(profile)))}
            >
              {`Trace what came of this ${kind === "role" || kind === "person" ? kind : "actor"}`}
            </ButtonLink>
          )}
          <ButtonLink href={props.eventsHref}>
            <Icon name="search" size={14} />
            {`${profile.activity.isExact ? "" : "at least "}${plural(profile.activity.events, "event")}`}
          </ButtonLink>
        </span>
      </div>
      <p className={styles["words"]}>{sumSentence(profile)}</p>
      {profile.identities.length === 0 ? null : (
        <div className={styles["ids"]}>
          {profile.identities.slice(0, FIRST_IDS).map((arn) => (
            <CopyableId key={arn} value={arn} label="ARN" most={88} />
          ))}
          {rest <= 0 ? null : <span>{`${formatCount(rest)} more`}</span>}
        </div>
      )}
    </header>
  );
}

function spanOf({ from, to }: ActorProfile) {
  return { since: from, until: to };
}

function sumSentence(profile: ActorProfile): string {
  const { activity, told, accounts, regions, services } = profile;
  if (activity.events === 0) return "No event in this time.";
  const sum = (of: "read" | "write" | "error") => activity.cells.reduce((total, cell) => total + cell[of], 0);
  const parts = [
    some(sum("read"), "read"),
    some(sum("write"), "write"),
    ...(told.isWhole
      ? [
          profile.denied === 0 ? "" : `${formatCount(profile.denied)} denied`,
          profile.failed === 0 ? "" : `${formatCount(profile.failed)} failed`,
        ]
      : [sum("error") === 0 ? "" : `${formatCount(sum("error"))} denied or failed`]),
  ].filter((part) => part !== "");
  const places = `in ${some(accounts.length, "account")}, ${some(regions.length, "region")} and ${some(services.length, "service")}`;
  const known = profile.isRole
    ? "Whatever was done as this role, whoever was behind it."
    : profile.kinds[0]?.kind === "person"
      ? "What was done through roles is among it."
      : "";
  if (told.isWhole) return `${parts.join(", ")} ${places}. ${known}`.trim();
  return `${parts.join(", ")}. ${known} The lists are made of the newest ${formatCount(told.events)} events, ${places}.`;
}

function some(count: number, word: string): string {
  return count === 0 ? "" : plural(count, word);
}
