"use client";

import { Text } from "#components/ui/text.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { useNames } from "./names.tsx";
import styles from "./who.module.css";

/** The person that a rule of the user's gives for a session's name; nothing without one. */
export function PersonName({ session }: { readonly session: string | null }) {
  const person = useNames().personOf(session);
  if (person === null) return null;
  return (
    <span className={styles["person"]} data-hint={person} data-hint-note="by your rule for session names">
      <VisuallyHidden> person, by your rule: </VisuallyHidden>
      <Text>{person}</Text>
    </span>
  );
}
