import { Text } from "#components/ui/text.tsx";
import { MOST_SEARCHABLE } from "./found-handle.ts";
import { Handle } from "./handle.tsx";
import { LongText } from "./long-text.tsx";
import type { Leaf } from "./read-plan.ts";
import styles from "./record-leaf.module.css";
import type { Links } from "./view.ts";

/** A value of the record: a handle that filters by its path, or, if it is very long, its beginning. */
export function RecordLeaf(props: { readonly node: Leaf; readonly path: string; readonly links: Links }) {
  const { node, path, links } = props;
  const text = node.kind === "string" ? node.value : node.text;
  if (node.kind === "word" && node.text === "null") return <span className={styles["null"]}>null</span>;
  if (text === "") return <span className={styles["null"]}>""</span>;
  const quote = node.kind === "string" ? <span className={styles["quote"]}>"</span> : null;
  if (text.length > MOST_SEARCHABLE)
    return (
      <span className={styles["string"]}>
        {quote}
        <LongText text={text} first={400} />
      </span>
    );
  return (
    <span className={styles[node.kind]}>
      {quote}
      <Handle links={links} field={path} value={text} hint={path}>
        <Text>{text}</Text>
      </Handle>
      {quote}
    </span>
  );
}
