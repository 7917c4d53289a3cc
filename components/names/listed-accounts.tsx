"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState } from "react";
import { Remedy } from "#components/source/remedy.tsx";
import { Button } from "#components/ui/button.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { formatCount, plural } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import type { ListedAccount } from "#lib/event/listed-accounts.ts";
import { forgetAccounts, type ListedAnswer, listAccounts } from "./list-accounts.ts";
import styles from "./listed-accounts.module.css";
import { ListedTable } from "./listed-table.tsx";

type State = { readonly kind: "still" } | { readonly kind: "asking" } | ListedAnswer;

/**
 * Names of accounts as AWS Organizations has them: asked for with a source's credentials, shown where nobody gave
 * one.
 */
export function ListedAccounts(props: {
  readonly listed: readonly ListedAccount[];
  /** Accounts that a person named. */
  readonly given: readonly string[];
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  /** The id of the source that the address asks for. */
  readonly chosen: string | null;
}) {
  const { listed, given, sources, chosen } = props;
  const id = useId();
  const router = useRouter();
  const [state, setState] = useState<State>({ kind: "still" });
  const [source, setSource] = useState(sources.find((one) => one.id === chosen)?.id ?? sources[0]?.id);
  const settle = async (asked: Promise<ListedAnswer>) => {
    setState({ kind: "asking" });
    const answer = await asked;
    setState(answer);
    // Names stand on every page, this one's header among them.
    if (answer.kind === "done") router.refresh();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (source !== undefined) void settle(listAccounts(source));
  };
  const isAsking = state.kind === "asking";
  return (
    <section className={styles["section"]} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>From AWS Organizations</h2>
      <p className={styles["about"]}>
        The names that accounts have in their organization, asked of AWS with the credentials of a source. A
        name given above stands over them.
      </p>
      {source === undefined ? (
        <p className={styles["about"]}>No source is read with credentials of AWS yet.</p>
      ) : (
        <form className={styles["form"]} onSubmit={submit} aria-busy={isAsking}>
          <SelectField
            id={`${id}-source`}
            label="With the credentials of"
            value={source}
            onChange={(event) => setSource(event.target.value)}
          >
            {sources.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
          <Button type="submit" disabled={isAsking}>
            {listed.length === 0 ? "List accounts" : "List again"}
          </Button>
          {listed.length === 0 ? null : (
            <Button look="quiet" disabled={isAsking} onClick={() => void settle(forgetAccounts())}>
              Forget them
            </Button>
          )}
        </form>
      )}
      <p className={styles["about"]} role="status">
        {isAsking ? "Asking AWS Organizations." : state.kind === "done" ? doneWords(state.answer) : ""}
      </p>
      {state.kind === "refused" ? (
        <Note kind="problem" title={state.why.message}>
          {state.why.remedy === null ? null : <Remedy text={state.why.remedy} />}
        </Note>
      ) : null}
      {listed.length === 0 ? null : <ListedTable listed={listed} given={given} />}
    </section>
  );
}

function doneWords({ found = 0, kept = 0 }: { readonly found?: number; readonly kept?: number }): string {
  if (found === 0) return "No account is listed.";
  const all = `${plural(found, "account")} listed.`;
  return kept === found ? all : `${all} The names of ${formatCount(kept)} are kept.`;
}
