import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/field.tsx";
import styles from "./schedule-form.module.css";
import { SCHEDULES, scheduleLabel } from "./source-state.ts";

/** How often a source is synced by itself. */
export function ScheduleForm(props: {
  readonly sourceId: string;
  readonly minutes: number | null;
  readonly change: (form: FormData) => Promise<void>;
}) {
  const { minutes } = props;
  const isOffered = SCHEDULES.some((schedule) => schedule.minutes === minutes);
  return (
    <form action={props.change} className={styles["form"]}>
      <input type="hidden" name="source" value={props.sourceId} />
      <SelectField
        key={minutes}
        id="schedule"
        name="minutes"
        label="Sync by itself"
        defaultValue={minutes ?? ""}
      >
        {SCHEDULES.map((schedule) => (
          <option key={schedule.label} value={schedule.minutes ?? ""}>
            {schedule.label}
          </option>
        ))}
        {isOffered ? null : <option value={minutes ?? ""}>{scheduleLabel(minutes)}</option>}
      </SelectField>
      <Button type="submit">Set</Button>
    </form>
  );
}
