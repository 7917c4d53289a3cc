import type { BucketValues, FoundReport, RangeEstimate } from "./bucket-attempt.ts";
import { formatAbout, formatBytes, formatDuration } from "./format-figures.ts";
import styles from "./range-choice.module.css";
import { ScheduleChoice } from "./schedule-choice.tsx";

const LABELS: Readonly<Record<string, string>> = {
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
  "1y": "1 year",
  all: "Everything",
};

/** How far back to load, with what that would bring, and how often to look for more. */
export function RangeChoice(props: { readonly report: FoundReport; readonly values: BucketValues }) {
  const { report, values } = props;
  const choices = distinctRanges(report.estimates);
  const chosen = choices.some(({ id }) => id === values.range) ? values.range : choices.at(-1)?.id;
  return (
    <>
      {choices.length === 0 ? (
        <input type="hidden" name="range" value="all" />
      ) : (
        <fieldset className={styles["ranges"]}>
          <legend className={styles["legend"]}>How far back</legend>
          {choices.map((estimate) => (
            <label key={estimate.id} className={styles["range"]}>
              <input type="radio" name="range" value={estimate.id} defaultChecked={estimate.id === chosen} />
              <span>{LABELS[estimate.id] ?? estimate.id}</span>
              <span className={styles["figures"]}>
                <span>{formatAbout(estimate.objects)} objects</span>
                <span>{formatBytes(estimate.bytes)}</span>
                <span>about {formatDuration(Math.max(1, estimate.seconds))}</span>
              </span>
              <input type="hidden" name={`expected-${estimate.id}`} value={Math.round(estimate.objects)} />
            </label>
          ))}
        </fieldset>
      )}
      <div className={styles["schedule"]}>
        <ScheduleChoice
          id="syncEveryMinutes"
          label="Then look for new logs"
          minutes={values.syncEveryMinutes}
        />
      </div>
    </>
  );
}

/** A longer range that brings no more days than a shorter one is no choice; everything always is. */
function distinctRanges(estimates: readonly RangeEstimate[]): readonly RangeEstimate[] {
  const whole = estimates.at(-1)?.days ?? 0;
  return estimates.filter(({ id, days }) => id === "all" || days < whole);
}
