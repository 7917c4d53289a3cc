import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { plural } from "#components/ui/format-count.ts";
import { formatDuration } from "./format-figures.ts";
import pageStyles from "./page.module.css";
import styles from "./schedule-form.module.css";

/** The times that are offered, in days; null: never by itself. */
const CHOICES: readonly (number | null)[] = [null, 1, 7, 30];

/** How often a sync lists everything again instead of the newest, when it last did and when it will. */
export function FullCheckForm(props: {
  readonly sourceId: string;
  readonly everyDays: number | null;
  /** The source is synced by itself at all. */
  readonly isScheduled: boolean;
  /** Milliseconds since 1970, as `now`; null: never. */
  readonly lastAt: number | null;
  readonly nextAt: number | null;
  readonly now: number;
  readonly change: (form: FormData) => Promise<void>;
}) {
  const { everyDays } = props;
  return (
    <>
      <form action={props.change} className={styles["form"]}>
        <input type="hidden" name="source" value={props.sourceId} />
        <SelectField
          key={everyDays}
          id="full-check"
          name="days"
          label="Check everything again"
          defaultValue={everyDays ?? ""}
        >
          {(CHOICES.includes(everyDays) ? CHOICES : [...CHOICES, everyDays]).map((days) => (
            <option key={days} value={days ?? ""}>
              {days === null ? "only when asked" : `every ${plural(days, "day")}`}
            </option>
          ))}
        </SelectField>
        <Button type="submit">Set</Button>
      </form>
      <p className={pageStyles["about"]}>
        A sync lists the last two days of delivery and what came after. What appears further back (restored
        from an archive, delivered late, copied by hand) is found when everything is listed again.{" "}
        {when(props)}
      </p>
    </>
  );
}

function when(props: Parameters<typeof FullCheckForm>[0]): string {
  const { lastAt, nextAt, now, isScheduled } = props;
  const ago = (time: number) => formatDuration((now - time) / 1000);
  const last = lastAt === null ? "It has not been yet" : `It last was ${ago(lastAt)} ago`;
  if (nextAt === null) return `${last}.`;
  if (!isScheduled) return `${last}, and is not done by itself while “Sync by itself” is off.`;
  if (nextAt <= now) return `${last}, and is due with the next sync.`;
  return `${last}, and is due with the first sync in ${formatDuration((nextAt - now) / 1000)}.`;
}
