"use client";

import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import type { SavedView } from "#lib/search/saved-view.ts";
import type { Sent, ViewText } from "./send-view.ts";
import styles from "./view-form.module.css";

/** Names a view: for saving one, and for changing what is said of it. */
export function ViewForm(props: {
  readonly initial: ViewText;
  readonly action: string;
  readonly send: (text: ViewText) => Promise<Sent>;
  readonly onDone: (view: SavedView | null) => void;
  /** Beside the button. */
  readonly children?: ReactNode;
}) {
  const { initial, send, onDone } = props;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // It comes in the place of the button that was used, whose focus would be lost, and what is typed be taken for keys.
  useEffect(() => form.current?.querySelector("input")?.focus(), []);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<(Sent & { readonly kind: "refused" }) | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => String(data.get(name) ?? "");
    setBusy(true);
    const sent = await send({
      name: text("name"),
      description: text("description"),
      ownerNote: text("ownerNote"),
    });
    setBusy(false);
    if (sent.kind === "done") onDone(sent.view);
    else setRefused(sent);
  };
  const problemOf = (name: string) => refused?.problems[name];
  return (
    <form ref={form} className={styles["form"]} onSubmit={submit}>
      <Field
        id={`${id}-name`}
        name="name"
        label="Name"
        defaultValue={initial.name}
        required
        maxLength={100}
        autoComplete="off"
        problem={problemOf("name")}
      />
      <Field
        id={`${id}-description`}
        name="description"
        label="Description"
        defaultValue={initial.description}
        maxLength={500}
        autoComplete="off"
        about="What it shows, in a sentence."
        problem={problemOf("description")}
      />
      <div className={styles["note"]}>
        <label htmlFor={`${id}-note`}>Owner's note</label>
        <textarea
          id={`${id}-note`}
          name="ownerNote"
          rows={2}
          defaultValue={initial.ownerNote}
          maxLength={2000}
          placeholder="Who keeps it, and what to do about what it finds"
        />
      </div>
      {refused === null ? null : (
        <p className={styles["refused"]} role="alert">
          {refused.message}
        </p>
      )}
      <div className={styles["actions"]}>
        <Button type="submit" look="main" disabled={busy}>
          {props.action}
        </Button>
        {props.children}
      </div>
    </form>
  );
}
