"use client";

import { useEffect, useState } from "react";
import { Button } from "./button.tsx";
import styles from "./copyable.module.css";
import { cutMiddle } from "./cut-middle.ts";
import { Icon } from "./icon.tsx";
import { Text } from "./text.tsx";
import { visibleText } from "./visible-text.ts";

const SHOWN_MS = 1500;

/** Writes to the clipboard and remembers for a moment how that went. */
export function useCopy(): readonly [state: "idle" | "copied" | "refused", copy: (text: string) => void] {
  const [state, setState] = useState<"idle" | "copied" | "refused">("idle");
  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  const copy = (text: string) => {
    writeClipboard(text).then(
      () => setState("copied"),
      () => setState("refused"),
    );
  };
  return [state, copy];
}

/** Puts text on the clipboard; rejects where the page may not (plain http on another host than this one). */
export async function writeClipboard(text: string): Promise<void> {
  if (navigator.clipboard === undefined) throw new Error("this page may not use the clipboard");
  await navigator.clipboard.writeText(text);
}

const SAID = { copied: "Copied", refused: "The browser refused" } as const;

/** An id, cut in the middle, whole on hover and on paper, copied on click. */
export function CopyableId(props: {
  readonly value: string;
  readonly label: string;
  readonly most?: number;
}) {
  const [state, copy] = useCopy();
  return (
    <button
      type="button"
      className={styles["id"]}
      data-copyable=""
      data-hint={visibleText(props.value)}
      aria-label={`Copy ${props.label} ${props.value}`}
      onClick={() => copy(props.value)}
    >
      <Text>{cutMiddle(props.value, props.most ?? 22)}</Text>
      <span className={styles["mark"]} data-state={state}>
        <Icon name={state === "copied" ? "check" : "copy"} size={12} />
      </span>
      <span className={styles["said"]} role="status">
        {state === "idle" ? "" : SAID[state]}
      </span>
    </button>
  );
}

/** A control that copies a text and says that it did. */
export function CopyButton(props: {
  readonly text: string | (() => string);
  readonly children: string;
  readonly look?: "plain" | "quiet";
}) {
  const [state, copy] = useCopy();
  return (
    <Button
      look={props.look ?? "quiet"}
      onClick={() => copy(typeof props.text === "string" ? props.text : props.text())}
    >
      <Icon name={state === "copied" ? "check" : "copy"} size={14} />
      <span aria-live="polite">{state === "idle" ? props.children : SAID[state]}</span>
    </Button>
  );
}
