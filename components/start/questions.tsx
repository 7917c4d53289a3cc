import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { TzInput } from "#components/ui/tz-input.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import styles from "./questions.module.css";

/** A question that opens a ready view. */
export type ReadyQuestion = { readonly question: string; readonly q: string; readonly href: string };

/**
 * Questions that people ask first. Two of them need a name: their forms come back to this page, which opens the view.
 */
export function Questions({ ready }: { readonly ready: readonly ReadyQuestion[] }) {
  return (
    <ul className={styles["questions"]}>
      {ready.map(({ question, q, href }) => (
        <li key={question}>
          <TzLink href={href} className={styles["ready"]} prefetch={false}>
            <span className={styles["words"]}>{question}</span>
            <code className={styles["query"]}>{q}</code>
          </TzLink>
        </li>
      ))}
      <li>
        <NamedQuestion
          name="resource"
          question="Who touched this resource?"
          placeholder="i-0abc…, a bucket, an ARN"
        />
      </li>
      <li>
        <NamedQuestion name="key" question="What did this access key do?" placeholder="AKIA… or ASIA…" />
      </li>
    </ul>
  );
}

function NamedQuestion(props: {
  readonly name: string;
  readonly question: string;
  readonly placeholder: string;
}) {
  return (
    <form action="/" className={styles["named"]}>
      <TzInput />
      <label htmlFor={`ask-${props.name}`} className={styles["words"]}>
        {props.question}
      </label>
      <span className={styles["ask"]}>
        <input
          id={`ask-${props.name}`}
          name={props.name}
          className={styles["input"]}
          placeholder={props.placeholder}
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
        />
        <Button type="submit" square aria-label={`Search: ${props.question}`}>
          <Icon name="arrow-right" />
        </Button>
      </span>
    </form>
  );
}
