import Link from "next/link";
import { formatShortDay, type Zone } from "#components/ui/format-time.ts";
import { asRoute } from "#components/ui/route.ts";
import styles from "./range-nav.module.css";

export type RangeChoice = {
  readonly label: string;
  readonly href: string;
  readonly isChosen: boolean;
};

/** The span that the page tells of, and others to choose from. The span stands in the address. */
export function RangeNav(props: {
  readonly from: number;
  readonly to: number;
  readonly zone: Zone;
  readonly choices: readonly RangeChoice[];
}) {
  const last = props.to - 1;
  return (
    <nav className={styles["range"]} aria-label="Time">
      <span className={styles["span"]}>
        {`${formatShortDay(props.from, props.zone)} to ${formatShortDay(last, props.zone)}`}
      </span>
      <ul className={styles["choices"]}>
        {props.choices.map(({ label, href, isChosen }) => (
          <li key={label}>
            <Link href={asRoute(href)} prefetch={false} aria-current={isChosen ? "true" : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
