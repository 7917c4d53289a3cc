import { plural } from "#components/ui/format-count.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Note } from "#components/ui/note.tsx";
import { Text } from "#components/ui/text.tsx";
import type { FoundReport } from "./bucket-attempt.ts";
import { formatAbout, formatBytes } from "./format-figures.ts";
import styles from "./found-summary.module.css";
import pageStyles from "./page.module.css";

/** What a look at the bucket found, as facts. */
export function FoundSummary({ report }: { readonly report: FoundReport }) {
  const { identity, accounts, regions, daily, setAside, limit } = report;
  if (report.streams === 0 && report.strays === 0) return <NothingFound report={report} />;
  return (
    <section className={styles["found"]} aria-label="What was found">
      <h2 className={styles["title"]}>
        <Icon name="check" /> {report.name} can be read
      </h2>
      <dl className={pageStyles["facts"]}>
        {identity === null ? null : (
          <>
            <dt>Connected as</dt>
            <dd className={pageStyles["mono"]}>{identity.arn}</dd>
          </>
        )}
        <dt>Bucket's region</dt>
        <dd>{report.region ?? "not told"}</dd>
        <dt>Accounts</dt>
        <dd>{accounts.length === 0 ? "not told by the keys" : <Names names={accounts} most={8} />}</dd>
        <dt>Regions</dt>
        <dd>{regions.length === 0 ? "not told by the keys" : <Names names={regions} most={12} />}</dd>
        <dt>Days</dt>
        <dd>{report.oldest === null ? "not told by the keys" : `${report.oldest} to ${report.newest}`}</dd>
        <dt>A day brings</dt>
        <dd>
          {daily === null
            ? "not told before it is read"
            : `about ${formatAbout(daily.objects)} objects, ${formatBytes(daily.bytes)}`}
          {report.probed < report.streams
            ? `, by ${report.probed} of ${report.streams} account and region folders`
            : ""}
        </dd>
        {report.strays === 0 ? null : (
          <>
            <dt>Beside them</dt>
            <dd>{plural(report.strays, "object")} outside CloudTrail's folders, looked at one by one</dd>
          </>
        )}
      </dl>
      {limit === null ? null : <Note kind="warning" title={limit} />}
      {setAside.length === 0 ? null : (
        <details className={pageStyles["fold"]}>
          <summary>
            <Icon name="chevron-right" size={12} /> {plural(setAside.length, "folder")} set aside
          </summary>
          <ul className={styles["aside"]}>
            {setAside.map(({ prefix, why }) => (
              <li key={prefix}>
                <span className={pageStyles["mono"]}>
                  <Text>{prefix}</Text>
                </span>{" "}
                {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Names({ names, most }: { readonly names: readonly string[]; readonly most: number }) {
  const rest = names.length - most;
  return (
    <>
      {names.length > 1 ? `${names.length}: ` : ""}
      <span className={pageStyles["mono"]}>{names.slice(0, most).join(", ")}</span>
      {rest > 0 ? ` and ${rest} more` : ""}
    </>
  );
}

function NothingFound({ report }: { readonly report: FoundReport }) {
  return (
    <Note kind="warning" title={`${report.name} can be listed, but holds no log object.`}>
      {report.setAside.length === 0
        ? "Check the prefix. CloudTrail writes below AWSLogs/, after the prefix of the trail."
        : `What is there is set aside: ${report.setAside[0]?.why}.`}
    </Note>
  );
}
