"use client";

import { Field } from "#components/ui/field.tsx";
import { AdvancedFields } from "./advanced-fields.tsx";
import styles from "./attempt-form.module.css";
import { AttemptForm, type AttemptWords, FailedOutcome, Policy, useAttempt } from "./attempt-form.tsx";
import type { BucketAttempt } from "./bucket-attempt.ts";
import { FoundSummary } from "./found-summary.tsx";
import { RangeChoice } from "./range-choice.tsx";

const WORDS: AttemptWords = {
  test: "Test connection",
  testAgain: "Test again",
  testing: "Looking",
  wait: "Looking at the bucket. This takes 20 seconds at most.",
  start: "Start loading",
  startAnyway: "Start all the same",
};
const WHAT = "this bucket and prefix";

/** Of a source that is there. */
const CHANGE_WORDS: AttemptWords = {
  ...WORDS,
  start: "Change and load",
  startAnyway: "Change all the same",
};

/**
 * Adds a bucket in one form of two buttons: test, which tells what is there, then start. Works without JavaScript;
 * with it, a changed field takes back what was found for the old one. With `sourceId` it changes how that source is
 * reached.
 */
export function AddBucketForm(props: {
  readonly initial: BucketAttempt;
  readonly sourceId?: string;
  readonly attempt: (before: BucketAttempt, form: FormData) => Promise<BucketAttempt>;
}) {
  const state = useAttempt<BucketAttempt>(props.attempt, props.initial);
  const { attempt, isStale, change } = state;
  const isChange = props.sourceId !== undefined;
  const { values } = attempt;
  const problems = attempt.kind === "wrong" && !isStale ? attempt.problems : {};
  return (
    <AttemptForm
      state={state}
      words={isChange ? CHANGE_WORDS : WORDS}
      outcome={<Outcome attempt={attempt} isChange={isChange} />}
      field={
        <Field
          id="bucket"
          name="bucket"
          label="Bucket and prefix"
          mono
          required
          readOnly={isChange}
          placeholder="s3://acme-cloudtrail-logs/AWSLogs/"
          defaultValue={values.bucket}
          problem={problems["bucket"]}
          about={
            isChange
              ? "This stays: another bucket or prefix is another source."
              : "Also an ARN, or the address of the bucket's page in the S3 console."
          }
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          onChange={change}
        />
      }
    >
      {isChange ? <input type="hidden" name="source" value={props.sourceId} /> : null}
      <AdvancedFields values={values} problems={problems} onChange={change} />
    </AttemptForm>
  );
}

function Outcome(props: { readonly attempt: BucketAttempt; readonly isChange: boolean }) {
  const { attempt, isChange } = props;
  if (attempt.kind === "failed") return <FailedOutcome attempt={attempt} what={WHAT} />;
  if (attempt.kind !== "found") return null;
  return (
    <div className={styles["outcome"]}>
      <FoundSummary report={attempt.report} />
      {isChange ? null : <RangeChoice report={attempt.report} values={attempt.values} />}
      <Policy text={attempt.policy} what={WHAT} />
    </div>
  );
}
