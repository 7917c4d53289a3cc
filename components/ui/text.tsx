import styles from "./text.module.css";
import { hasHidden, splitHidden } from "./visible-text.ts";

/**
 * Text that a stranger may have written. Hidden characters are shown by name, and its direction can't reach the
 * text around it.
 */
export function Text({ children }: { readonly children: string }) {
  if (!hasHidden(children)) return <bdi>{children}</bdi>;
  let at = 0;
  return (
    <bdi>
      {splitHidden(children).map((stretch) => {
        const key = at;
        at += stretch.kind === "plain" ? stretch.text.length : 1;
        if (stretch.kind === "plain") return stretch.text;
        return (
          <span key={key} className={styles["hidden"]} data-hint={stretch.name}>
            {stretch.sign}
          </span>
        );
      })}
    </bdi>
  );
}
