import type { ReactNode } from "react";
import { AccountHandle } from "#components/event/account-handle.tsx";
import { resourceHref } from "#components/event/resource-href.ts";
import type { Links } from "#components/event/view.ts";
import { classNames } from "#components/ui/class-names.ts";
import { cutMiddle, nameOfArn } from "#components/ui/cut-middle.ts";
import { formatCount } from "#components/ui/format-count.ts";
import linkStyles from "#components/ui/links.module.css";
import rows from "#components/ui/rows.module.css";
import { Text } from "#components/ui/text.tsx";
import { InstantTime } from "#components/ui/time.tsx";
import type { Blast, BlastResource } from "#lib/event/blast.ts";
import styles from "./blast.module.css";

const MOST_SHOWN = 200;

/** What was written to: what was created and still stands comes first. */
export function WrittenTable(props: {
  readonly blast: Blast;
  readonly links: Links;
  readonly children: ReactNode;
}) {
  const { blast, links } = props;
  const rest = blast.resources.length - MOST_SHOWN;
  return (
    <section className={styles["section"]} aria-labelledby="written">
      <header className={styles["bar"]}>
        <h2 id="written">What was written to</h2>
        {blast.resources.length === 0 ? null : props.children}
      </header>
      {blast.resources.length === 0 ? (
        <p className={styles["muted"]}>No write of these credentials names a resource in this time.</p>
      ) : (
        <table className={classNames(rows["rows"], styles["table"])}>
          <thead>
            <tr>
              <th scope="col">Resource</th>
              <th scope="col">State</th>
              <th scope="col" data-figure="">
                Writes
              </th>
              <th scope="col" className={styles["wide"]}>
                Calls
              </th>
              <th scope="col" className={styles["wide"]}>
                Where
              </th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            {blast.resources.slice(0, MOST_SHOWN).map((one) => (
              <Row key={`${one.type} ${one.id}`} one={one} links={links} />
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 ? <p className={styles["muted"]}>{`${rest} more; the CSV file has them all.`}</p> : null}
    </section>
  );
}

function Row({ one, links }: { readonly one: BlastResource; readonly links: Links }) {
  const href = resourceHref(one.id, { type: one.type });
  const shown = <Text>{cutMiddle(nameOfArn(one.id), 56)}</Text>;
  return (
    <tr>
      <th scope="row">
        {href === null ? (
          <span data-hint={one.id}>{shown}</span>
        ) : (
          <a className={linkStyles["id"]} href={links.page(href)} data-hint={one.id}>
            {shown}
          </a>
        )}{" "}
        <span className={styles["muted"]}>
          <Text>{(one.type ?? "").replace(/^AWS::/, "").replace("::", " ")}</Text>
        </span>
      </th>
      <td>{stateOf(one)}</td>
      <td data-figure="">
        {formatCount(one.writes)}
        {one.refused === 0 ? null : (
          <span className={styles["denied"]}>{` +${formatCount(one.refused)} refused`}</span>
        )}
      </td>
      <td className={styles["wide"]}>
        <Text>{one.calls.slice(0, 4).join(", ")}</Text>
      </td>
      <td className={styles["wide"]}>
        <AccountHandle account={one.account} links={links} />
        {one.region === null ? "" : ` · ${one.region}`}
      </td>
      <td>
        <InstantTime at={Date.parse(one.lastSeen)} zone={links.zone} />
      </td>
    </tr>
  );
}

function stateOf({ created, deleted, stands, writes }: BlastResource): ReactNode {
  if (writes === 0) return "tried, refused";
  if (stands) return <strong className={styles["stands"]}>created, still stands</strong>;
  if (created !== null && deleted !== null) return "created, deleted since";
  return deleted === null ? "written to" : "deleted";
}
