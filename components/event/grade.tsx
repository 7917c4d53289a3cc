import { Icon, type IconName } from "#components/ui/icon.tsx";
import type { Grade } from "#lib/event/origin.ts";
import styles from "./grade.module.css";
import { GRADE_WORDS } from "./who.tsx";

const LOOK: Readonly<Record<Grade, { readonly icon: IconName; readonly about: string }>> = {
  exact: { icon: "check", about: "The records themselves say so: the key that was issued is the one used." },
  matched: { icon: "link", about: "Principal and time of creation are those of the event; AWS told no key." },
  inferred: { icon: "question", about: "Nothing else fits, but the records do not say so." },
};

/** How certain a link of a chain is. `isSpelled`: as words that need no pointing at. */
export function GradeMark({ grade, isSpelled }: { readonly grade: Grade; readonly isSpelled?: boolean }) {
  const { icon, about } = LOOK[grade];
  return (
    <span className={styles["grade"]} data-grade={grade} data-hint={about}>
      <Icon name={icon} size={12} />
      {isSpelled === true ? GRADE_WORDS[grade] : grade}
    </span>
  );
}
