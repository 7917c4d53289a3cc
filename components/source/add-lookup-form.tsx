"use client";

import { useActionState, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Note } from "#components/ui/note.tsx";
import styles from "./add-bucket-form.module.css";
import { Policy } from "./add-bucket-form.tsx";
import { LookedUpSummary } from "./looked-up-summary.tsx";
import type { LookupAttempt } from "./lookup-attempt.ts";
import { LookupAccess, LookupChoices } from "./lookup-fields.tsx";
import { Remedy } from "./remedy.tsx";

/** Adds a source of LookupEvents as a bucket is added: test, which tells who answers, then start. */
export function AddLookupForm(props: {
  readonly initial: LookupAttempt;
  readonly attempt: (before: LookupAttempt, form: FormData) => Promise<LookupAttempt>;
}) {
  const [attempt, send, isPending] = useActionState(props.attempt, props.initial);
  const [changedSince, setChangedSince] = useState<LookupAttempt | null>(null);
  const [intent, setIntent] = useState("test");
  const isStale = changedSince === attempt;
  const change = () => setChangedSince(attempt);
  const { values } = attempt;
  const problems = attempt.kind === "wrong" && !isStale ? attempt.problems : {};
  const isTested = (attempt.kind === "found" || attempt.kind === "failed") && !isStale;
  return (
    <form action={send} className={styles["form"]} aria-busy={isPending}>
      <div className={styles["bucket"]}>
        <Field
          id="lookup-regions"
          name="regions"
          label="Regions to read"
          mono
          required
          placeholder="us-east-1 eu-west-1"
          defaultValue={values.regions}
          problem={problems["regions"]}
          about="Names, or all. IAM and other global services are recorded in us-east-1."
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={change}
        />
        <Button
          type="submit"
          name="intent"
          value="test"
          look={isTested ? "plain" : "main"}
          disabled={isPending}
          onClick={() => setIntent("test")}
        >
          {isPending && intent === "test" ? "Asking" : isTested ? "Ask the regions again" : "Ask the regions"}
        </Button>
      </div>
      <LookupAccess values={values} problems={problems} onChange={change} />
      <p className={styles["wait"]} role="status">
        {isPending
          ? intent === "test"
            ? "Asking every region once. This takes 20 seconds at most."
            : "Asking for the first run."
          : ""}
      </p>
      {isTested ? <Outcome attempt={attempt} /> : null}
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
            {attempt.kind === "found" ? "Load these events" : "Load all the same"}
          </Button>
        </p>
      ) : null}
    </form>
  );
}

function Outcome({ attempt }: { readonly attempt: LookupAttempt }) {
  if (attempt.kind === "failed") {
    return (
      <div className={styles["outcome"]}>
        <Note kind="problem" title={attempt.message} />
        {attempt.remedy === null ? null : <Remedy text={attempt.remedy} />}
        {attempt.remedy?.includes("{") ? null : <Policy text={attempt.policy} what="these events" />}
      </div>
    );
  }
  if (attempt.kind !== "found") return null;
  return (
    <div className={styles["outcome"]}>
      <LookedUpSummary report={attempt.report} />
      <LookupChoices values={attempt.values} />
      <Policy text={attempt.policy} what="these events" />
    </div>
  );
}
