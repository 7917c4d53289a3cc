import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import styles from "./ask-box.module.css";
import { FocusKey } from "./focus-key.tsx";

/** The search box of the start page: a plain form, so it works before anything else does. */
export function AskBox() {
  return (
    <search>
      <form action="/events" className={styles["form"]}>
        <h1 className={styles["label"]}>
          <label htmlFor="ask">What happened?</label>
        </h1>
        <div className={styles["box"]}>
          <Icon name="search" />
          <input
            id="ask"
            name="q"
            type="text"
            className={styles["input"]}
            placeholder="event:StopInstances  resource:i-0abc…  -role:Scheduler"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
          />
          <FocusKey id="ask" />
          <Button type="submit" look="main">
            Search
          </Button>
        </div>
      </form>
    </search>
  );
}
