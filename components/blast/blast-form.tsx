import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import styles from "./blast.module.css";

/** Where it began, and over what time. */
export function BlastForm(props: {
  readonly from: string;
  readonly since: string;
  readonly until: string;
  /** As in the address; the answer is shown in it too. */
  readonly tz: string;
}) {
  return (
    <form className={styles["form"]} action="/blast" method="get">
      <Field
        id="blast-from"
        name="from"
        label="From"
        mono
        defaultValue={props.from}
        placeholder="key:AKIA… session:… ip:… actor:…"
        required
        autoComplete="off"
        spellCheck={false}
        className={styles["from"]}
      />
      <Field
        id="blast-since"
        name="since"
        label="Since"
        defaultValue={props.since}
        placeholder="the beginning, or now-7d"
        autoComplete="off"
      />
      <Field
        id="blast-until"
        name="until"
        label="Until"
        defaultValue={props.until}
        placeholder="now"
        autoComplete="off"
      />
      {props.tz === "utc" ? null : <input type="hidden" name="tz" value={props.tz} />}
      <Button type="submit" look="main">
        Trace
      </Button>
    </form>
  );
}
