"use client";

import { useActionState, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import styles from "./add-bucket-form.module.css";
import { AdvancedFields } from "./advanced-fields.tsx";
import type { BucketAttempt } from "./bucket-attempt.ts";
import { FoundSummary } from "./found-summary.tsx";
import pageStyles from "./page.module.css";
import { RangeChoice } from "./range-choice.tsx";
import { Remedy, Snippet } from "./remedy.tsx";

/**
 * Adds a bucket in one form of two buttons: test, which tells what is there, then start. Works without JavaScript;
 * with it, a changed field takes back what was found for the old one.
 */
export function AddBucketForm(props: {
  readonly initial: BucketAttempt;
  readonly attempt: (before: BucketAttempt, form: FormData) => Promise<BucketAttempt>;
}) {
  const [attempt, send, isPending] = useActionState(props.attempt, props.initial);
  const [changedSince, setChangedSince] = useState<BucketAttempt | null>(null);
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
          id="bucket"
          name="bucket"
          label="Bucket and prefix"
          mono
          required
          placeholder="s3://acme-cloudtrail-logs/AWSLogs/"
          defaultValue={values.bucket}
          problem={problems["bucket"]}
          about="Also an ARN, or the address of the bucket's page in the S3 console."
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
          {isPending && intent === "test" ? "Looking" : isTested ? "Test again" : "Test connection"}
        </Button>
      </div>
      <AdvancedFields values={values} problems={problems} onChange={change} />
      <p className={styles["wait"]} role="status">
        {isPending
          ? intent === "test"
            ? "Looking at the bucket. This takes 20 seconds at most."
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
            {attempt.kind === "found" ? "Start loading" : "Start all the same"}
          </Button>
        </p>
      ) : null}
    </form>
  );
}

function Outcome({ attempt }: { readonly attempt: BucketAttempt }) {
  if (attempt.kind === "failed") {
    return (
      <div className={styles["outcome"]}>
        <Note kind="problem" title={attempt.message} />
        {attempt.remedy === null ? null : <Remedy text={attempt.remedy} />}
        {attempt.remedy?.includes("{") ? null : <Policy text={attempt.policy} />}
      </div>
    );
  }
  if (attempt.kind !== "found") return null;
  return (
    <div className={styles["outcome"]}>
      <FoundSummary report={attempt.report} />
      <RangeChoice report={attempt.report} values={attempt.values} />
      <Policy text={attempt.policy} />
    </div>
  );
}

/** The policy with which exactly this can be read. */
export function Policy({ text, what = "this bucket and prefix" }: PolicyProps) {
  return (
    <details className={pageStyles["fold"]}>
      <summary>
        <Icon name="chevron-right" size={12} /> IAM policy for exactly {what}
      </summary>
      <Snippet text={text} name="policy" />
    </details>
  );
}

type PolicyProps = { readonly text: string; readonly what?: string };
