import { cutMiddle } from "#components/ui/cut-middle.ts";
import { Text } from "#components/ui/text.tsx";
import type { JsonNode } from "#lib/base/json-text.ts";
import type { Event } from "#lib/event/event.ts";
import type { Part } from "#lib/event/sentence/part.ts";
import { sentenceOf } from "#lib/event/sentence/sentence.ts";
import styles from "./event-sentence.module.css";
import { MOST_SEARCHABLE } from "./found-handle.ts";
import { Handle } from "./handle.tsx";
import type { Links } from "./view.ts";

type SentenceProps = { readonly event: Event; readonly record: JsonNode | null; readonly links: Links };

/** What happened, in one sentence, and how it ended. Every value in it is a handle. */
export function EventSentence({ event, record, links }: SentenceProps) {
  const { what, ending } = sentenceOf(event, record);
  return (
    <p className={styles["sentence"]}>
      <Parts parts={what} links={links} />{" "}
      <span className={styles[event.outcome]}>
        <Parts parts={ending} links={links} />
      </span>
    </p>
  );
}

/** The same without handles, for lists of events. */
export function PlainSentence({ event, record }: Omit<SentenceProps, "links">) {
  const { what, ending } = sentenceOf(event, record);
  return (
    <>
      <Parts parts={what} links={null} />{" "}
      <span className={styles[event.outcome]}>
        <Parts parts={ending} links={null} />
      </span>
    </>
  );
}

/** A longer value is cut in the middle; whole in its hint and in the record. */
const MOST_SHOWN = 64;

function Parts({ parts, links }: { readonly parts: readonly Part[]; readonly links: Links | null }) {
  let at = 0;
  return parts.map((part, index) => {
    at += 1;
    // What ends a value's phrase stays on its line.
    if (part.kind === "words") return part.text.slice(stopsOf(part, parts[index - 1]).length);
    const shown = <Text>{cutMiddle(part.text, MOST_SHOWN)}</Text>;
    return (
      <strong key={`${at} ${part.field}`}>
        {part.isClaim === true ? "“" : null}
        {links === null || part.value.length > MOST_SEARCHABLE ? (
          shown
        ) : (
          <Handle
            links={links}
            field={part.field}
            value={part.value}
            {...(part.isClaim === true && { hintNote: "session name, as its creator claimed it" })}
          >
            {shown}
          </Handle>
        )}
        {part.isClaim === true ? "”" : null}
        {stopsOf(parts[index + 1], part)}
      </strong>
    );
  });
}

/** The stops, such as a comma, that words begin with where they follow a value. */
function stopsOf(part: Part | undefined, before: Part | undefined): string {
  const follows = part?.kind === "words" && before !== undefined && before.kind !== "words";
  return follows ? (/^[,.;:]+/.exec(part.text)?.[0] ?? "") : "";
}
