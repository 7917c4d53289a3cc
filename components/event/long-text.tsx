"use client";

import { useState } from "react";
import { CopyButton } from "#components/ui/copyable.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import { usePrinting } from "#components/ui/use-printing.ts";
import styles from "./long-text.module.css";

/** Characters that each step adds: as many as a browser lays out without a pause. */
const STEP = 20_000;

/** A text of any length: its first characters, then more on request, and the whole to copy. On paper, more at once. */
export function LongText({ text, first }: { readonly text: string; readonly first: number }) {
  const [most, setMost] = useState(first);
  const isPrinting = usePrinting();
  const shown = isPrinting ? Math.max(most, STEP) : most;
  const rest = text.length - shown;
  if (text.length <= first) return <Text>{text}</Text>;
  return (
    <>
      <Text>{text.slice(0, shown)}</Text>
      {rest > 0 ? "…" : null}
      <span className={styles["tools"]}>
        {isPrinting && rest > 0 ? `${formatCount(rest)} more characters` : null}
        {isPrinting || rest <= 0 ? null : (
          <button type="button" className={styles["more"]} onClick={() => setMost(most + STEP)}>
            {`${formatCount(rest)} more characters`}
          </button>
        )}
        {isPrinting ? null : <CopyButton text={text}>Copy</CopyButton>}
      </span>
    </>
  );
}
