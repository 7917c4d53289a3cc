import Link from "next/link";
import { formatCount } from "#components/ui/format-count.ts";
import { asRoute } from "#components/ui/route.ts";
import type { CoverageRow } from "#lib/search/coverage.ts";
import {
  describeDay,
  describeStrip,
  isNamed,
  levelOf,
  type Span,
  type StripDay,
  stripOf,
} from "./coverage-days.ts";
import styles from "./coverage-table.module.css";

const CELL = 10;
const GAP = 2;
const HEIGHT = 14;

/**
 * What was loaded, account × region by day. The strip is a drawing; beside it the same stands in words,
 * so the table can be read without it. Each day leads to its events.
 */
export function CoverageTable(props: {
  readonly rows: readonly CoverageRow[];
  readonly span: Span;
  /** The events of an account and region on some days, as an address. */
  readonly hrefOf: (place: { account: string; region: string }, span: Span) => string;
}) {
  const { rows, span, hrefOf } = props;
  const most = Math.max(1, ...rows.flatMap(({ days }) => days.map(({ events }) => events)));
  return (
    <table className={styles["table"]}>
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col">Region</th>
          <th scope="col">
            <span className={styles["ends"]}>
              <span>{span.from}</span>
              <span>{span.to}</span>
            </span>
          </th>
          <th scope="col">Days</th>
          <th scope="col" data-figure>
            Objects
          </th>
          <th scope="col" data-figure>
            Events
          </th>
        </tr>
      </thead>
      {byAccount(rows).map((group) => (
        <tbody key={group[0]?.account}>
          {group.map((row, index) => (
            <StripRow
              key={row.region}
              row={row}
              accountRows={index === 0 ? group.length : 0}
              span={span}
              most={most}
              hrefOf={hrefOf}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function byAccount(rows: readonly CoverageRow[]): readonly (readonly CoverageRow[])[] {
  const groups = new Map<string, CoverageRow[]>();
  for (const row of rows) {
    const group = groups.get(row.account);
    if (group === undefined) groups.set(row.account, [row]);
    else group.push(row);
  }
  return [...groups.values()];
}

function StripRow(props: {
  readonly row: CoverageRow;
  /** How many rows the account's cell spans; 0: the row is one of an earlier cell. */
  readonly accountRows: number;
  readonly span: Span;
  readonly most: number;
  readonly hrefOf: (place: { account: string; region: string }, span: Span) => string;
}) {
  const { row, span, most, hrefOf } = props;
  const strip = stripOf(row, span);
  const words = describeStrip(strip);
  const sum = (of: (day: StripDay) => number) => strip.reduce((total, day) => total + of(day), 0);
  return (
    <tr>
      {props.accountRows === 0 ? null : (
        <th scope="rowgroup" rowSpan={props.accountRows} className={styles["account"]}>
          {row.account === "" ? "not told by the key" : row.account}
        </th>
      )}
      <td className={styles["region"]}>
        <Link href={asRoute(hrefOf(row, span))} prefetch={false}>
          {row.region === "" ? "not told by the key" : row.region}
        </Link>
      </td>
      <td className={styles["strip"]}>
        <svg
          width={strip.length * (CELL + GAP) - GAP}
          height={HEIGHT}
          viewBox={`0 0 ${strip.length * (CELL + GAP) - GAP} ${HEIGHT}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {strip.map((day, index) => (
            <a key={day.day} href={hrefOf(row, { from: day.day, to: day.day })} tabIndex={-1}>
              <Day day={day} x={index * (CELL + GAP)} most={most} />
            </a>
          ))}
        </svg>
      </td>
      <td className={styles["words"]}>
        {words.counts}
        {words.missing === "" ? null : (
          <span className={styles["missing"]}>no object on {words.missing}</span>
        )}
      </td>
      <td data-figure>{formatCount(sum(({ objects }) => objects))}</td>
      <td data-figure>{formatCount(sum(({ events }) => events))}</td>
    </tr>
  );
}

/** Full height: events. Low: quiet. A hollow box: missing. A dot: nothing to miss. Never by colour alone. */
function Day({ day, x, most }: { readonly day: StripDay; readonly x: number; readonly most: number }) {
  const hint = describeDay(day);
  switch (day.state) {
    case "loaded":
      return (
        <rect
          className={styles["loaded"]}
          data-level={levelOf(day.events, most)}
          x={x}
          width={CELL}
          height={HEIGHT}
          data-hint={hint}
        />
      );
    case "removed":
      return (
        <g data-hint={hint}>
          <rect className={styles["hit"]} x={x} width={CELL} height={HEIGHT} />
          <rect className={styles["removed"]} x={x} y={HEIGHT / 2 - 1} width={CELL} height={2} />
        </g>
      );
    case "quiet":
      return (
        <g data-hint={hint}>
          <rect className={styles["hit"]} x={x} width={CELL} height={HEIGHT} />
          <rect className={styles["quiet"]} x={x} y={HEIGHT - 4} width={CELL} height={4} />
        </g>
      );
    case "missing":
      return (
        <rect
          className={styles["hole"]}
          x={x + 0.75}
          y={0.75}
          width={CELL - 1.5}
          height={HEIGHT - 1.5}
          data-hint={hint}
        />
      );
    case "before":
    case "untold":
      return (
        <g data-hint={hint}>
          <rect className={styles["hit"]} x={x} width={CELL} height={HEIGHT} />
          <rect className={styles["before"]} x={x + 4} y={HEIGHT / 2 - 1} width={2} height={2} />
        </g>
      );
  }
}

/** What the marks of the strip mean: those that these rows can have. */
export function CoverageLegend(props: {
  readonly rows: readonly CoverageRow[];
  readonly hasRemoved: boolean;
}) {
  const hasNamed = props.rows.some(isNamed);
  const hasUnnamed = !props.rows.every(isNamed);
  return (
    <ul className={styles["legend"]} aria-label="Marks">
      <li>
        <Mark className="loaded" level={4} /> events loaded, stronger for more
      </li>
      <li>
        <Mark className="quiet" /> objects without a new event
      </li>
      {props.hasRemoved ? (
        <li>
          <Mark className="removed" /> events removed since
        </li>
      ) : null}
      {hasNamed ? (
        <li>
          <Mark className="hole" /> no object
        </li>
      ) : null}
      <li>
        <Mark className="before" />{" "}
        {[
          hasNamed ? "before the first object" : "",
          hasUnnamed ? "no event of files that tell no account" : "",
        ]
          .filter((words) => words !== "")
          .join(", or ")}
      </li>
    </ul>
  );
}

function Mark({
  className,
  level,
}: {
  readonly className: "loaded" | "removed" | "quiet" | "hole" | "before";
  readonly level?: number;
}) {
  const place = {
    loaded: { x: 0, y: 0, width: CELL, height: HEIGHT },
    removed: { x: 0, y: HEIGHT / 2 - 1, width: CELL, height: 2 },
    quiet: { x: 0, y: HEIGHT - 4, width: CELL, height: 4 },
    hole: { x: 0.75, y: 0.75, width: CELL - 1.5, height: HEIGHT - 1.5 },
    before: { x: 4, y: HEIGHT / 2 - 1, width: 2, height: 2 },
  }[className];
  return (
    <svg width={CELL} height={HEIGHT} viewBox={`0 0 ${CELL} ${HEIGHT}`} aria-hidden="true">
      <rect className={styles[className]} data-level={level} {...place} />
    </svg>
  );
}
