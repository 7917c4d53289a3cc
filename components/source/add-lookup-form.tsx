"use client";

import { Field } from "#components/ui/field.tsx";
import styles from "./attempt-form.module.css";
import { AttemptForm, type AttemptWords, FailedOutcome, Policy, useAttempt } from "./attempt-form.tsx";
import { LookedUpSummary } from "./looked-up-summary.tsx";
import type { LookupAttempt } from "./lookup-attempt.ts";
import { LookupAccess, LookupChoices } from "./lookup-fields.tsx";

const WORDS: AttemptWords = {
  test: "Ask the regions",
  testAgain: "Ask the regions again",
  testing: "Asking",
  wait: "Asking every region once. This takes 20 seconds at most.",
  start: "Load these events",
  startAnyway: "Load all the same",
};
const WHAT = "these events";

/** Adds a source of LookupEvents as a bucket is added: test, which tells who answers, then start. */
export function AddLookupForm(props: {
  readonly initial: LookupAttempt;
  readonly attempt: (before: LookupAttempt, form: FormData) => Promise<LookupAttempt>;
}) {
  const state = useAttempt<LookupAttempt>(props.attempt, props.initial);
  const { attempt, isStale, change } = state;
  const { values } = attempt;
  const problems = attempt.kind === "wrong" && !isStale ? attempt.problems : {};
  return (
    <AttemptForm
      state={state}
      words={WORDS}
      outcome={<Outcome attempt={attempt} />}
      field={
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
      }
    >
      <LookupAccess values={values} problems={problems} onChange={change} />
    </AttemptForm>
  );
}

function Outcome({ attempt }: { readonly attempt: LookupAttempt }) {
  if (attempt.kind === "failed") return <FailedOutcome attempt={attempt} what={WHAT} />;
  if (attempt.kind !== "found") return null;
  return (
    <div className={styles["outcome"]}>
      <LookedUpSummary report={attempt.report} />
      <LookupChoices values={attempt.values} />
      <Policy text={attempt.policy} what={WHAT} />
    </div>
  );
}
