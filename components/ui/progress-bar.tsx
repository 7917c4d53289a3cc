import styles from "./progress-bar.module.css";

/**
 * How far something has come: `part` of 0 to 1; null where nobody knows how much there will be. `label`: for readers.
 */
export function ProgressBar({ label, part }: { readonly label: string; readonly part: number | null }) {
  return (
    <progress className={styles["bar"]} max={1} aria-label={label} {...(part !== null && { value: part })} />
  );
}
