import styles from "./segmented.module.css";

export type Segment = { readonly id: string; readonly label: string; readonly href: string };

/** A few views of the same thing, one of them on: links, so each has an address. */
export function Segmented(props: {
  readonly label: string;
  readonly segments: readonly Segment[];
  readonly current: string | null;
}) {
  return (
    <nav className={styles["segmented"]} aria-label={props.label}>
      {props.segments.map((segment) => (
        <a
          key={segment.id}
          href={segment.href}
          className={styles["segment"]}
          aria-current={segment.id === props.current ? "true" : undefined}
        >
          {segment.label}
        </a>
      ))}
    </nav>
  );
}
