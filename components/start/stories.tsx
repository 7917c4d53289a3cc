import { TzLink } from "#components/ui/tz-link.tsx";
import styles from "./stories.module.css";

export type StoryLink = {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly href: string;
};

/** What can be found in the sample trail: each question opens its search. The answers are for whoever looks. */
export function Stories({ stories }: { readonly stories: readonly StoryLink[] }) {
  return (
    <ol className={styles["stories"]}>
      {stories.map(({ id, title, question, href }) => (
        <li key={id}>
          <TzLink href={href} className={styles["story"]} prefetch={false}>
            <span className={styles["title"]}>{title}</span>
            <span className={styles["question"]}>{question}</span>
          </TzLink>
        </li>
      ))}
    </ol>
  );
}
