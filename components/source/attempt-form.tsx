"use client";

import { type ReactNode, useActionState, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import { TzInput } from "#components/ui/tz-input.tsx";
import styles from "./attempt-form.module.css";
import pageStyles from "./page.module.css";
import { Remedy, Snippet } from "./remedy.tsx";

/** What the server says of an attempt to add a source, as far as the form's buttons ask. */
type AnyAttempt = { readonly kind: string };

export type AttemptState<Attempt extends AnyAttempt> = {
  readonly attempt: Attempt;
  readonly send: (form: FormData) => void;
  readonly isPending: boolean;
  /** A field was changed since: what was found is of the old one. */
  readonly isStale: boolean;
  readonly isTested: boolean;
  readonly change: () => void;
};

/** A form of two buttons that adds a source: test, which tells what is there, then start. */
export function useAttempt<Attempt extends AnyAttempt>(
  submit: (before: Awaited<Attempt>, form: FormData) => Promise<Attempt>,
  initial: Awaited<Attempt>,
): AttemptState<Awaited<Attempt>> {
  const [attempt, send, isPending] = useActionState(submit, initial);
  const [changedSince, setChangedSince] = useState<Awaited<Attempt> | null>(null);
  const isStale = changedSince === attempt;
  const isTested = (attempt.kind === "found" || attempt.kind === "failed") && !isStale;
  return { attempt, send, isPending, isStale, isTested, change: () => setChangedSince(attempt) };
}

export type AttemptWords = {
  readonly test: string;
  readonly testAgain: string;
  readonly testing: string;
  /** Said while testing, to those who wait. */
  readonly wait: string;
  readonly start: string;
  readonly startAnyway: string;
};

/** `field` stands beside the first button, `children` below; `outcome` once it was tested. */
export function AttemptForm(props: {
  readonly state: AttemptState<AnyAttempt>;
  readonly words: AttemptWords;
  readonly field: ReactNode;
  readonly children: ReactNode;
  readonly outcome: ReactNode;
}) {
  const { attempt, send, isPending, isTested } = props.state;
  const { words } = props;
  const [intent, setIntent] = useState("test");
  return (
    <form action={send} className={styles["form"]} aria-busy={isPending}>
      <div className={styles["bucket"]}>
        {props.field}
        <Button
          type="submit"
          name="intent"
          value="test"
          look={isTested ? "plain" : "main"}
          disabled={isPending}
          onClick={() => setIntent("test")}
        >
          {isPending && intent === "test" ? words.testing : isTested ? words.testAgain : words.test}
        </Button>
      </div>
      <TzInput />
      {props.children}
      <p className={styles["wait"]} role="status">
        {isPending ? (intent === "test" ? words.wait : "Asking for the first run.") : ""}
      </p>
      {isTested ? props.outcome : null}
      {isTested ? (
        <p>
          <Button
            type="submit"
            name="intent"
            value="start"
            look={attempt.kind === "found" ? "main" : "plain"}
            disabled={isPending}
            onClick={() => setIntent("start")}
          >
            {attempt.kind === "found" ? words.start : words.startAnyway}
          </Button>
        </p>
      ) : null}
    </form>
  );
}

type FailedAttempt = { readonly message: string; readonly remedy: string | null; readonly policy: string };

/**
 * Why the test failed, what to do, and the policy with which it would not, unless the remedy holds one. `what`: as
 * for Policy.
 */
export function FailedOutcome({ attempt, what }: { readonly attempt: FailedAttempt; readonly what: string }) {
  return (
    <div className={styles["outcome"]}>
      <Note kind="problem" title={attempt.message} />
      {attempt.remedy === null ? null : <Remedy text={attempt.remedy} />}
      {attempt.remedy?.includes("{") ? null : <Policy text={attempt.policy} what={what} />}
    </div>
  );
}

/** The policy with which exactly this can be read. */
export function Policy(props: { readonly text: string; readonly what?: string }) {
  const { text, what = "this bucket and prefix" } = props;
  return (
    <details className={pageStyles["fold"]}>
      <summary>
        <Icon name="chevron-right" size={12} /> IAM policy for exactly {what}
      </summary>
      <Snippet text={text} name="policy" />
    </details>
  );
}
