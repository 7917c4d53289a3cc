import Link from "next/link";
import { asRoute } from "#components/ui/route.ts";
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
          <Link href={asRoute(href)} className={styles["story"]} prefetch={false}>
            <span className={styles["title"]}>{title}</span>
            <span className={styles["question"]}>{question}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
