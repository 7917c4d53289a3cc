"use client";

import { type ReactNode, useState } from "react";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import { EventList } from "./event-list.tsx";
import type { NarrowerTime } from "./narrower-times.ts";
import styles from "./results.module.css";
import type { ResultsPage } from "./results-page.ts";
import { useExplorer } from "./use-explorer.ts";
import { useScrollToTop } from "./use-scroll-to-top.ts";
import { useTurnedPage } from "./use-turned-page.ts";

/**
 * - `page`: events
 * - `empty`: none, and why: the server says it
 * - `failed`: no answer; the last good one stays, marked
 */
export type ResultsAnswer =
  | { readonly kind: "page"; readonly page: ResultsPage; readonly key: string }
  | { readonly kind: "empty"; readonly why: ReactNode; readonly key: string }
  | {
      readonly kind: "failed";
      readonly message: string;
      readonly remedy: string | null;
      /** Shorter times to try, where the search took too long. */
      readonly narrower: readonly NarrowerTime[];
      readonly key: string;
    };

/** The list, or what there is in its place. `key` names the view that was asked for. */
export function Results(props: { readonly answer: ResultsAnswer }) {
  const turned = useTurnedPage(props.answer.key);
  const answer = turned === null ? props.answer : ({ kind: "page", ...turned } as const);
  const good = answer.kind === "page" ? answer : null;
  const [lastGood, setLastGood] = useState(good);
  // That nothing was found is an answer, too, after which an older one is not the last.
  if (answer.kind !== "failed" && good?.page !== lastGood?.page) setLastGood(good);
  const { busy } = useExplorer();
  const pane = useScrollToTop(answer.key);
  const shown = answer.kind === "failed" ? lastGood : good;
  return (
    <section className={styles["results"]} ref={pane} aria-label="Events" aria-busy={busy}>
      {answer.kind === "failed" ? (
        <div className={styles["note"]}>
          <Note kind="problem" title={answer.message} actions={<NextSteps narrower={answer.narrower} />}>
            {answer.remedy}
            {lastGood === null ? null : <p>Below is the last answer that came.</p>}
          </Note>
        </div>
      ) : null}
      {answer.kind === "empty" ? answer.why : null}
      {shown === null ? null : (
        <div className={styles["page"]} data-old={answer.kind === "failed" || undefined}>
          <EventList page={shown.page} listKey={shown.key} pane={pane} />
        </div>
      )}
    </section>
  );
}

function NextSteps({ narrower }: { readonly narrower: readonly NarrowerTime[] }) {
  const { busy, again } = useExplorer();
  return (
    <>
      {narrower.map(({ label, href }) => (
        <ButtonLink key={href} href={href}>
          {label}
        </ButtonLink>
      ))}
      <Button disabled={busy} onClick={again}>
        Search again
      </Button>
    </>
  );
}
