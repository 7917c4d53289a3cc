import { formatCount } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Text } from "#components/ui/text.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { nodeAt } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import styles from "./changes.module.css";
import { LongText } from "./long-text.tsx";
import { type Change, changesOf } from "./record-changes.ts";

/** Characters of a value. */
const MOST_SHOWN = 120;
const MOST_CHANGES = 50;

/** What was before and after, where the record tells; nothing at all where it does not. */
export function Changes({ record }: { readonly record: JsonNode | null }) {
  const changes = changesOf(["requestParameters", "responseElements"].map((part) => nodeAt(record, part)));
  if (changes.length === 0) return null;
  return (
    <section>
      <h3 className={styles["title"]}>Before and after</h3>
      <ul>
        {changes.slice(0, MOST_CHANGES).map((change, index) => (
          <ChangeLine key={[index, change.of, change.what].join(" ")} change={change} />
        ))}
      </ul>
      {changes.length > MOST_CHANGES ? (
        <p className={styles["left"]}>
          Not shown: {formatCount(changes.length - MOST_CHANGES)} more. They stand in the record.
        </p>
      ) : null}
    </section>
  );
}

function ChangeLine({ change: { of, what, before, after } }: { readonly change: Change }) {
  return (
    <li className={styles["change"]}>
      <span className={styles["what"]}>
        {of === null || of === before ? null : (
          <code>
            <LongText text={of} first={MOST_SHOWN} />{" "}
          </code>
        )}
        <Text>{what}</Text>
      </span>
      <span className={styles["values"]}>
        <VisuallyHidden>from </VisuallyHidden>
        <del>
          <LongText text={before} first={MOST_SHOWN} />
        </del>
        <Icon name="arrow-right" size={14} />
        <VisuallyHidden> to </VisuallyHidden>
        <ins>
          <LongText text={after} first={MOST_SHOWN} />
        </ins>
      </span>
    </li>
  );
}
