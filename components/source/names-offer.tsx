import { formatCount } from "#components/ui/format-count.ts";
import { TzLink } from "#components/ui/tz-link.tsx";
import styles from "./page.module.css";

/** Leads to where AWS Organizations is asked for the names of accounts, with this source's credentials. */
export function NamesOffer({ sourceId, accounts }: { readonly sourceId: string; readonly accounts: number }) {
  return (
    <p className={styles["about"]}>
      {`Logs of ${formatCount(accounts)} accounts, none of which has a name: `}
      <TzLink className={styles["link"]} href={`/settings/names?source=${encodeURIComponent(sourceId)}`}>
        name them, or take their names from AWS Organizations
      </TzLink>
      .
    </p>
  );
}
