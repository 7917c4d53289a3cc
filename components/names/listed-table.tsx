import { formatCount } from "#components/ui/format-count.ts";
import { Text } from "#components/ui/text.tsx";
import type { ListedAccount } from "#lib/event/listed-accounts.ts";
import styles from "./listed-accounts.module.css";

const FIRST = 20;

/** Accounts and their names, and where a person gave another. */
export function ListedTable(props: {
  readonly listed: readonly ListedAccount[];
  readonly given: readonly string[];
}) {
  const given = new Set(props.given);
  const rest = props.listed.slice(FIRST);
  return (
    <>
      <Rows listed={props.listed.slice(0, FIRST)} given={given} />
      {rest.length === 0 ? null : (
        <details className={styles["more"]}>
          <summary>{`${formatCount(rest.length)} more`}</summary>
          <Rows listed={rest} given={given} />
        </details>
      )}
    </>
  );
}

function Rows(props: { readonly listed: readonly ListedAccount[]; readonly given: ReadonlySet<string> }) {
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Name</th>
          <th scope="col">Listed</th>
        </tr>
      </thead>
      <tbody>
        {props.listed.map(({ account, name, source, listedAt }) => (
          <tr key={account}>
            <td className={styles["number"]}>{account}</td>
            <td>
              <Text>{name}</Text>
              {props.given.has(account) ? (
                <span className={styles["note"]}> another was given above</span>
              ) : null}
            </td>
            <td className={styles["note"]} data-hint={source}>
              {listedAt.slice(0, 10)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
