"use client";

import { useState } from "react";
import { CopyButton } from "#components/ui/copyable.tsx";
import { formatCount } from "#components/ui/format-time.ts";
import { Text } from "#components/ui/text.tsx";
import { Handle } from "./handle.tsx";
import type { JsonNode } from "./json-text.ts";
import styles from "./record-leaf.module.css";
import type { Links } from "./view.ts";

/** A longer value would not fit into an address, and nobody searches for it: it can be copied only. */
const MOST_SEARCHABLE = 500;
/** Characters shown of a long value at first, and with each step after. */
const SHOWN_FIRST = 400;
const SHOWN_STEP = 20_000;

type Leaf = Exclude<JsonNode, { readonly kind: "object" | "array" }>;

/** A value of the record: a handle that filters by its path, or, if it is very long, its beginning. */
export function RecordLeaf(props: { readonly node: Leaf; readonly path: string; readonly links: Links }) {
  const { node, path, links } = props;
  const text = node.kind === "string" ? node.value : node.text;
  if (node.kind === "word" && node.text === "null") return <span className={styles["null"]}>null</span>;
  if (text === "") return <span className={styles["null"]}>""</span>;
  if (text.length > MOST_SEARCHABLE) return <LongText text={text} />;
  return (
    <span className={styles[node.kind]}>
      <Handle links={links} field={path} value={text} hint={`${path}\nclick for the menu`}>
        <Text>{text}</Text>
      </Handle>
    </span>
  );
}

function LongText({ text }: { readonly text: string }) {
  const [most, setMost] = useState(SHOWN_FIRST);
  const rest = text.length - most;
  return (
    <span className={styles["string"]}>
      <Text>{text.slice(0, most)}</Text>
      <span className={styles["tools"]}>
        {rest <= 0 ? null : (
          <button type="button" className={styles["more"]} onClick={() => setMost(most + SHOWN_STEP)}>
            {`… ${formatCount(rest)} more characters`}
          </button>
        )}
        <CopyButton text={text}>Copy value</CopyButton>
      </span>
    </span>
  );
}
