"use client";

import { useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { plural } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { DropLayer } from "./drop-layer.tsx";
import styles from "./file-picker.module.css";
import type { Sending } from "./send-files.ts";
import { useSending } from "./use-sending.ts";

/** What log files are called. */
const ACCEPTED = ".gz,.json,.jsonl,.ndjson,.zip";

/**
 * A button that takes log files, and the whole window to drop them on. Without JavaScript it is a form with a file
 * input and a button. `thenHref`: where to go with the files sent, if not to the page of their source.
 */
export function FilePicker({ thenHref = null }: { readonly thenHref?: string | null }) {
  const input = useRef<HTMLInputElement>(null);
  const [sending, send] = useSending(thenHref);
  return (
    <>
      <form action="/api/uploads" method="post" encType="multipart/form-data" className={styles["form"]}>
        <input
          ref={input}
          className={styles["input"]}
          type="file"
          name="files"
          multiple
          accept={ACCEPTED}
          aria-label="Log files"
          onChange={(event) => {
            send([...(event.target.files ?? [])]);
            // The same file can be chosen again after a failure.
            event.target.value = "";
          }}
        />
        <Button
          type="submit"
          disabled={sending.kind === "sending"}
          onClick={(event) => {
            event.preventDefault();
            input.current?.click();
          }}
        >
          {sending.kind === "sending" ? `Sending, ${Math.round(sending.part * 100)} %` : "Upload log files"}
        </Button>
      </form>
      <DropLayer onFiles={send} />
      <SendingNote sending={sending} />
    </>
  );
}

const MOST_NAMED = 5;

/** How the upload stands, where the button cannot say it. */
function SendingNote({ sending }: { readonly sending: Sending }) {
  if (sending.kind === "refused") {
    return (
      <div className={styles["note"]}>
        <Note kind="problem" title={sending.message}>
          {sending.remedy}
        </Note>
      </div>
    );
  }
  if (sending.kind === "partly") {
    const { left, href } = sending;
    const named = left.slice(0, MOST_NAMED).map(({ name, reason }) => `${name}: ${reason}.`);
    return (
      <div className={styles["note"]}>
        <Note
          kind="warning"
          title={`${plural(left.length, "file")} left out; the others are loading.`}
          actions={<TzButtonLink href={href}>See them load</TzButtonLink>}
        >
          {named.join("\n")}
          {left.length > MOST_NAMED ? `\nand ${left.length - MOST_NAMED} more` : ""}
        </Note>
      </div>
    );
  }
  return (
    <span className={styles["said"]} role="status">
      {sending.kind === "sending" ? `Sending ${plural(sending.files, "file")}` : ""}
    </span>
  );
}
