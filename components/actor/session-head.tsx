import Link from "next/link";
import { actorHref } from "#components/event/page-of.ts";
import type { Links } from "#components/event/view.ts";
import { ACTOR_KINDS } from "#components/event/who.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { CopyableId } from "#components/ui/copyable.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { formatInstant, type Zone } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { asRoute } from "#components/ui/route.ts";
import { Text } from "#components/ui/text.tsx";
import { blastHref } from "#lib/event/blast.ts";
import type { Chain, IssuedNode } from "#lib/event/chain.ts";
import { parseSessionId } from "#lib/event/credential.ts";
import type { SessionStory } from "#lib/event/session/session-story.ts";
import { shortService } from "#lib/event/short-service.ts";
import { gradeWords } from "./grade-words.ts";
import styles from "./page-head.module.css";
import { spanWords } from "./span-words.ts";

/** What the credential is, in one line, with its ids; how long it lived and what came of it. */
export function SessionHead(props: {
  readonly chain: Chain;
  readonly story: SessionStory | null;
  readonly issued: IssuedNode | null;
  readonly links: Links;
  readonly eventsHref: string;
}) {
  const { chain, story, links } = props;
  const hop = chain.hops.at(-1);
  if (hop === undefined) return null;
  const { origin } = chain;
  const { icon, word } = ACTOR_KINDS[hop.principal.kind];
  const isSession = hop.sessionId !== null;
  const behind = origin.kind !== "unknown" && origin.name !== hop.principal.name ? origin : null;
  return (
    <header className={styles["head"]}>
      <div className={styles["line"]}>
        <span className={styles["glyph"]} data-hint={word}>
          <Icon name={icon} />
        </span>
        <h1 className={styles["title"]}>
          <span className={styles["kind"]}>{isSession ? "Session of" : "Access key of"}</span>{" "}
          <Link
            className={styles["name"]}
            href={asRoute(links.page(actorHref(hop.principal.name, hop.role === hop.principal.name)))}
            prefetch={false}
          >
            <Text>{shortService(hop.principal.name)}</Text>
          </Link>
          {hop.session === null || hop.session === hop.principal.name ? null : (
            <span className={styles["kind"]} data-hint="session name, as its creator claimed it">
              {" “"}
              <Text>{hop.session}</Text>
              {"”"}
            </span>
          )}
        </h1>
        {story === null ? null : (
          <span className={styles["actions"]}>
            <Trace sessionId={hop.sessionId} accessKey={hop.key} links={links} />
            <ButtonLink href={props.eventsHref}>
              <Icon name="search" size={14} />
              {`${story.events.isExact ? "" : "at least "}${plural(story.events.count, "event")}`}
            </ButtonLink>
          </span>
        )}
      </div>
      <p className={styles["words"]}>
        {behind === null ? null : (
          <>
            {"Behind it: "}
            <Link
              className={styles["link"]}
              href={asRoute(links.page(actorHref(behind.name)))}
              prefetch={false}
            >
              <Text>{shortService(behind.name)}</Text>
            </Link>
            {`, ${gradeWords(chain)}. `}
          </>
        )}
        {origin.reason === null ? null : "Who is behind it is unknown. "}
        {lifeOf(hop.sessionId, props.issued, links.zone)}
        {story === null ? "" : ` ${sumSentence(story)}`}
      </p>
      <div className={styles["ids"]}>
        {hop.sessionId === null ? null : <CopyableId value={hop.sessionId} label="session" most={72} />}
        {hop.key === null ? null : <CopyableId value={hop.key} label="access key" most={24} />}
        {hop.principal.arn === null ? null : (
          <CopyableId value={hop.principal.arn} label="principal" most={88} />
        )}
      </div>
    </header>
  );
}

/** To what was issued from it, and what all of that wrote to. */
function Trace(props: {
  readonly sessionId: string | null;
  readonly accessKey: string | null;
  readonly links: Links;
}) {
  const { sessionId, accessKey, links } = props;
  if (sessionId !== null) {
    const href = blastHref({ kind: "session", value: sessionId });
    return <ButtonLink href={links.page(href)}>Trace what came of this session</ButtonLink>;
  }
  if (accessKey === null) return null;
  const href = blastHref({ kind: "key", value: accessKey });
  return <ButtonLink href={links.page(href)}>Trace what came of this key</ButtonLink>;
}

function lifeOf(sessionId: string | null, issued: IssuedNode | null, zone: Zone): string {
  const born = sessionId === null ? null : (parseSessionId(sessionId)?.createdAt ?? null);
  const opened = born === null ? "" : `Opened ${formatInstant(born * 1000, zone)}`;
  const { firstSeen = null, lastSeen = null } = issued ?? {};
  if (firstSeen === null || lastSeen === null)
    return opened === "" ? "Never seen in use." : `${opened}, never seen in use.`;
  const last = Date.parse(lastSeen);
  const since = born === null ? Date.parse(firstSeen) : born * 1000;
  const begun = opened === "" ? `First used ${formatInstant(since, zone)}` : opened;
  return `${begun}, last used ${formatInstant(last, zone)}${last > since ? `, ${spanWords(last - since)} in all` : ""}.`;
}

function sumSentence({ reads, writes, denied, failed, told, events }: SessionStory): string {
  const parts = [
    count(reads, "read"),
    count(writes, "write"),
    denied === 0 ? "" : `${formatCount(denied)} denied`,
    failed === 0 ? "" : `${formatCount(failed)} failed`,
  ].filter((part) => part !== "");
  const of = told < events.count ? ` among the ${formatCount(told)} events told` : "";
  return `${parts.join(", ")}${of}.`;
}

function count(of: number, word: string): string {
  return of === 0 ? "" : plural(of, word);
}
