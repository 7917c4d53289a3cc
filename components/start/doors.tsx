import { FilePicker } from "#components/source/file-picker.tsx";
import { Button } from "#components/ui/button.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { TzInput } from "#components/ui/tz-input.tsx";
import styles from "./doors.module.css";

/** With nothing loaded: the three ways in, each one click. Files can be dropped anywhere on the page. */
export function Doors(props: {
  readonly explore: (form: FormData) => Promise<void>;
  readonly thenHref: string;
}) {
  return (
    <ul className={styles["doors"]}>
      <li className={styles["door"]}>
        <h2 className={styles["title"]}>From a bucket</h2>
        <p className={styles["words"]}>
          The S3 bucket into which CloudTrail writes. It is tested first; then choose how far back to load.
        </p>
        <TzButtonLink href="/sources/new" look="main">
          Add a bucket
        </TzButtonLink>
      </li>
      <li className={styles["door"]}>
        <h2 className={styles["title"]}>From log files</h2>
        <p className={styles["words"]}>
          Drop <code>.json.gz</code>, <code>.json</code>, <code>.jsonl</code>, <code>.zip</code> or whole
          folders anywhere on this page, or choose them.
        </p>
        <div className={styles["files"]}>
          <FilePicker thenHref={props.thenHref} />
        </div>
      </li>
      <li className={styles["door"]}>
        <h2 className={styles["title"]}>From the sample trail</h2>
        <p className={styles["words"]}>
          Thirty days of an invented organization: 100,000 events with eight stories in them to find. Loads in
          less than a minute.
        </p>
        <form action={props.explore}>
          <TzInput />
          <Button type="submit">Explore the sample</Button>
        </form>
      </li>
    </ul>
  );
}
