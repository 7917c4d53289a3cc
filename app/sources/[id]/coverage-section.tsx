import { shiftDay } from "#components/source/coverage-days.ts";
import { CoverageLegend, CoverageTable } from "#components/source/coverage-table.tsx";
import styles from "#components/source/page.module.css";
import { byDay, isUnfinished, type SourceView } from "#components/source/source-view.ts";
import { plural } from "#components/ui/format-count.ts";
import { ScrollBox } from "#components/ui/scroll-box.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { withTz } from "#components/ui/with-tz.ts";
import { coverageHref, sourceHref } from "./addresses.ts";
import { DAYS_SHOWN, ROWS_A_PAGE, type SourcePage, type SourceQuery } from "./read-source-page.ts";

const LOOKED_UP =
  "A quiet day is one object, a busier one an object for each hour. Only management events are here: LookupEvents knows no data events.";
const BROUGHT =
  "Where the names of files tell no account, region or day, no day can be missing. Such a file counts once on each day of its events.";
const DELIVERED =
  "CloudTrail delivers nothing for an account and region in which nothing happened, so a day without an object is either quiet or missing. Where it stands among busy days, look into the bucket.";

/** What is covered: account × region by day. */
export function CoverageSection(props: {
  readonly page: SourcePage;
  readonly query: SourceQuery;
  /** Of the address: a hundred days need not each look it up. */
  readonly tz: string;
}) {
  const { page, query, tz } = props;
  const { coverage, source } = page;
  if (coverage === null) return null;
  const { span, rows, allRows } = coverage;
  const href = (change: { until?: string | null; row?: number }) =>
    sourceHref(
      source.id,
      {
        until: change.until === undefined ? query.until : change.until,
        row: String(change.row ?? query.row),
      },
      "coverage",
    );
  const hasEarlier = source.firstDay !== null && source.firstDay < span.from;
  const hasLater = source.lastDay !== null && span.to < source.lastDay;
  return (
    <section className={styles["section"]} aria-labelledby="coverage">
      <h2 id="coverage">Coverage {byDay(source)}, UTC</h2>
      <CoverageLegend rows={rows} hasRemoved={source.removedEvents > 0} />
      <p className={styles["about"]}>
        {isUnfinished(source.job) ? "A run is on: what is missing here may be on its way. " : ""}
        {aboutDays(source)}
      </p>
      <ScrollBox label="Coverage">
        <CoverageTable
          rows={rows}
          span={span}
          hrefOf={(place, days) => withTz(coverageHref(place, days), tz)}
        />
      </ScrollBox>
      <p className={styles["pages"]}>
        {hasEarlier ? (
          <TzButtonLink href={href({ until: shiftDay(span.from, -1) })}>Earlier days</TzButtonLink>
        ) : null}
        {hasLater ? (
          <TzButtonLink href={href({ until: laterDay(span.to, source.lastDay) })}>Later days</TzButtonLink>
        ) : null}
        {query.row > 0 ? (
          <TzButtonLink href={href({ row: Math.max(0, query.row - ROWS_A_PAGE) })}>Rows before</TzButtonLink>
        ) : null}
        {query.row + rows.length < allRows ? (
          <TzButtonLink href={href({ row: query.row + ROWS_A_PAGE })}>
            Next of {plural(allRows, "row")}
          </TzButtonLink>
        ) : null}
      </p>
    </section>
  );
}

function aboutDays({ kind, daysOf }: SourceView): string {
  if (kind === "lookup") return LOOKED_UP;
  return { delivery: DELIVERED, events: BROUGHT, both: `${DELIVERED} ${BROUGHT}` }[daysOf];
}

function laterDay(to: string, lastDay: string | null): string | null {
  const later = shiftDay(to, DAYS_SHOWN);
  return lastDay !== null && later >= lastDay ? null : later;
}
