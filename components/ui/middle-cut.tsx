import styles from "./middle-cut.module.css";
import { Text } from "./text.tsx";

/** So much of the end stays in sight: what tells two ids apart is mostly there. */
const TAIL = 7;
const SHORT = 2 * TAIL;

/** True where the text is drawn in two pieces, which readers would read as two. */
export function isMiddleCut(text: string): boolean {
  return Array.from(text).length > SHORT;
}

/** A text that gives way in its middle where its place is narrow: `arn:aws:iam::12…DeployRole`. */
export function MiddleCut({ children }: { readonly children: string }) {
  if (!isMiddleCut(children)) return <Text>{children}</Text>;
  const characters = Array.from(children);
  return (
    <span className={styles["cut"]}>
      <span className={styles["head"]}>
        <Text>{characters.slice(0, -TAIL).join("")}</Text>
      </span>
      <span className={styles["tail"]}>
        <Text>{characters.slice(-TAIL).join("")}</Text>
      </span>
    </span>
  );
}
