import { SelectField } from "#components/ui/field.tsx";
import { SCHEDULES } from "./source-state.ts";

/** How often a source that is about to be added looks for more. `minutes`: as typed; empty for never by itself. */
export function ScheduleChoice(props: {
  readonly id: string;
  readonly label: string;
  readonly minutes: string;
}) {
  const { id, label, minutes } = props;
  return (
    <SelectField key={minutes} id={id} name="syncEveryMinutes" label={label} defaultValue={minutes}>
      {SCHEDULES.map((schedule) => (
        <option key={schedule.label} value={schedule.minutes ?? ""}>
          {schedule.minutes === null ? "only when asked" : schedule.label}
        </option>
      ))}
    </SelectField>
  );
}
