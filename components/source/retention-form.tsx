import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { plural } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { TzInput } from "#components/ui/tz-input.tsx";
import pageStyles from "./page.module.css";
import styles from "./schedule-form.module.css";
import type { SourceView } from "./source-view.ts";

/** The times that are offered, in days; null: for ever. */
const CHOICES: readonly { readonly days: number | null; readonly label: string }[] = [
  { days: null, label: "keep everything" },
  { days: 30, label: "30 days" },
  { days: 90, label: "90 days" },
  { days: 180, label: "180 days" },
  { days: 365, label: "1 year" },
  { days: 730, label: "2 years" },
  { days: 1095, label: "3 years" },
  { days: 2555, label: "7 years" },
];

/** How long a source's events are kept, and what that means. */
export function RetentionForm(props: {
  readonly source: SourceView;
  readonly change: (form: FormData) => Promise<void>;
  /** Why the last change could not be made. */
  readonly problem: string | null;
}) {
  const { id, keepDays, keptFrom, removedEvents } = props.source;
  const isOffered = CHOICES.some(({ days }) => days === keepDays);
  return (
    <>
      {props.problem === null ? null : <Note kind="problem" title={props.problem} />}
      <form action={props.change} className={styles["form"]}>
        <input type="hidden" name="source" value={id} />
        <TzInput />
        <SelectField
          key={keepDays}
          id="retention"
          name="days"
          label="Keep its events for"
          defaultValue={keepDays ?? ""}
        >
          {CHOICES.map(({ days, label }) => (
            <option key={label} value={days ?? ""}>
              {label}
            </option>
          ))}
          {isOffered ? null : <option value={keepDays ?? ""}>{plural(keepDays ?? 0, "day")}</option>}
        </SelectField>
        <Button type="submit">Set</Button>
      </form>
      <p className={pageStyles["about"]}>
        {keepDays === null
          ? "Nothing is removed by itself. "
          : `Events before ${keptFrom} are removed. Each is kept for at least ${plural(keepDays, "day")} and removed at most 31 days later, a whole month at a time, which frees the disk at once. `}
        {keepDays === null
          ? ""
          : "An event that another source delivered too stays as long as that one keeps it. The bucket itself is never touched. "}
        {removedEvents === 0 ? "" : `${plural(removedEvents, "event")} of it removed so far.`}
      </p>
    </>
  );
}
