import styles from "./skeleton.module.css";

/** How wide a bar stands for: a word, a name, a phrase, or the whole place. */
export type SkeletonWidth = "word" | "name" | "phrase" | "full";

/**
 * A grey bar of the size of the text that is on its way. It takes its place at once, so that nothing moves, and can
 * be seen only after 150 ms: an answer that is quicker shows no flicker. Hidden from readers: say "loading" once,
 * beside it.
 */
export function Skeleton({ width = "full" }: { readonly width?: SkeletonWidth }) {
  return <span className={`${styles["bar"]} ${styles[width]}`} aria-hidden="true" />;
}
