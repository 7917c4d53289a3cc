"use client";

import { useState } from "react";
import { CopyButton } from "#components/ui/copyable.tsx";
import { formatCount } from "#components/ui/format-time.ts";
import { Text } from "#components/ui/text.tsx";
import styles from "./long-text.module.css";

/** Characters that each step adds: as many as a browser lays out without a pause. */
const STEP = 20_000;

/** A text of any length: its first characters, then more on request, and the whole to copy. */
export function LongText({ text, first }: { readonly text: string; readonly first: number }) {
  const [most, setMost] = useState(first);
  const rest = text.length - most;
  if (text.length <= first) return <Text>{text}</Text>;
  return (
    <>
      <Text>{text.slice(0, most)}</Text>
      {rest > 0 ? "…" : null}
      <span className={styles["tools"]}>
        {rest <= 0 ? null : (
          <button type="button" className={styles["more"]} onClick={() => setMost(most + STEP)}>
            {`${formatCount(rest)} more characters`}
          </button>
        )}
        <CopyButton text={text}>Copy</CopyButton>
      </span>
    </>
  );
}
