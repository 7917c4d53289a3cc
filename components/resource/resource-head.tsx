import { AccountHandle } from "#components/event/account-handle.tsx";
import { Handle } from "#components/event/handle.tsx";
import { eventHref } from "#components/event/page-of.ts";
import { Who } from "#components/event/who.tsx";
import { CopyableId } from "#components/ui/copyable.tsx";
import { nameOfArn } from "#components/ui/cut-middle.ts";
import figures from "#components/ui/figures.module.css";
import { formatCount } from "#components/ui/format-count.ts";
import linkStyles from "#components/ui/links.module.css";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import type { PartProps } from "./part-props.ts";
import styles from "./resource-head.module.css";
import { countOf, LIFE_WORDS, STANDING_WORDS, typeWords } from "./words.ts";

const MOST_LIVES = 12;

/** What it is, in a few lines: its names, what began and ended it, and its figures. */
export function ResourceHead({ story, links, toEvents }: PartProps) {
  const { type, account, region, names, lives } = story;
  return (
    <header className={styles["head"]}>
      <p className={styles["kind"]}>
        {type === null ? (
          "Resource"
        ) : (
          <Handle links={links} field="resourceType" value={type} shown={typeWords(type)} />
        )}
        {account === null ? null : (
          <>
            {" in account "}
            <AccountHandle account={account} links={links} isWhole />
          </>
        )}
        {region === null ? null : (
          <>
            {", "}
            <Handle links={links} field="region" value={region} />
          </>
        )}
      </p>
      <h1 className={styles["title"]}>
        <Text>{nameOfArn(story.id)}</Text>
      </h1>
      <ul className={styles["names"]} aria-label="Names">
        {names.slice(0, 8).map((name) => (
          <li key={name}>
            <CopyableId value={name} label="name" most={90} />
          </li>
        ))}
      </ul>
      <ol className={styles["lives"]} aria-label="Beginning and end">
        {lives.slice(-MOST_LIVES).map(({ life, event }) => (
          <li key={`${event.eventId} ${life}`} data-life={life}>
            <span className={styles["life"]}>{LIFE_WORDS[life]}</span>{" "}
            <a className={linkStyles["link"]} href={links.page(eventHref(event.eventId))}>
              <InstantTime at={Date.parse(event.eventTime)} zone={links.zone} />
            </a>
            {" by "}
            <Who event={event} links={links} />
          </li>
        ))}
        <li className={styles["standing"]}>{STANDING_WORDS[story.standing]}</li>
      </ol>
      <Figures story={story} links={links} toEvents={toEvents} />
    </header>
  );
}

function Figures({ story, links, toEvents }: PartProps) {
  const { changes, readers, related, firstSeen, lastSeen } = story;
  return (
    <dl className={figures["figures"]}>
      <div>
        <dt>Writes</dt>
        <dd>
          <a href={toEvents(changes.q)}>{countOf(changes)}</a>
        </dd>
      </div>
      <div>
        <dt>Reads</dt>
        <dd>
          <a href={toEvents(readers.q)}>{countOf(readers)}</a>
        </dd>
      </div>
      <div>
        <dt>Readers</dt>
        <dd>
          <a href="#readers">{formatCount(readers.items.length)}</a>
        </dd>
      </div>
      <div>
        <dt>Related</dt>
        <dd>
          <a href="#related">{formatCount(related.length)}</a>
        </dd>
      </div>
      {firstSeen === null || lastSeen === null ? null : (
        <div>
          <dt>Seen</dt>
          <dd>
            <a href={toEvents(story.q)}>
              <InstantTime at={Date.parse(firstSeen)} zone={links.zone} />
              {" to "}
              <InstantTime at={Date.parse(lastSeen)} zone={links.zone} />
            </a>
          </dd>
        </div>
      )}
    </dl>
  );
}
