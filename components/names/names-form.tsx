"use client";

import { type ChangeEvent, type FormEvent, useId, useState } from "react";
import { inOneLine } from "#components/ui/ask-server.ts";
import { Button } from "#components/ui/button.tsx";
import { Note } from "#components/ui/note.tsx";
import type { Names } from "#lib/event/names.ts";
import {
  accountLines,
  type LineProblem,
  personLines,
  readAccountLines,
  readPersonLines,
} from "#lib/event/names-text.ts";
import styles from "./names-form.module.css";
import { sendNames } from "./send-names.ts";

type State =
  | { readonly kind: "editing" }
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly accounts: number; readonly people: number }
  | { readonly kind: "refused"; readonly message: string };

/** Names of accounts and of people, a line each; a file of accounts can be read into the first list. */
export function NamesForm({ names }: { readonly names: Names }) {
  const id = useId();
  const [accounts, setAccounts] = useState(() => accountLines(names));
  const [people, setPeople] = useState(() => personLines(names));
  const [state, setState] = useState<State>({ kind: "editing" });
  const read = { accounts: readAccountLines(accounts), people: readPersonLines(people) };
  const isWrong = read.accounts.problems.length + read.people.problems.length > 0;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isWrong) return;
    setState({ kind: "saving" });
    const sent = await sendNames({ accounts: [...read.accounts.items], people: [...read.people.items] });
    if (sent.kind === "refused") {
      setState({ kind: "refused", message: inOneLine(sent.why) });
      return;
    }
    const names = sent.answer;
    setAccounts(accountLines(names));
    setPeople(personLines(names));
    setState({ kind: "saved", accounts: names.accounts.length, people: names.people.length });
  };
  const readFile = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file === undefined) return;
    const listed = readAccountLines(await file.text());
    setAccounts(
      listed.problems.length > 0 ? await file.text() : accountLines({ accounts: [...listed.items] }),
    );
    setState({ kind: "editing" });
  };
  return (
    <form className={styles["form"]} onSubmit={submit}>
      <Lines
        id={`${id}-accounts`}
        label="Accounts"
        about="One a line: 123456789012 = prod. A file may hold such lines, number and name with a comma between, or what “aws organizations list-accounts” prints."
        text={accounts}
        problems={read.accounts.problems}
        onChange={setAccounts}
      />
      <p className={styles["file"]}>
        <label htmlFor={`${id}-file`}>Accounts from a file</label>
        <input
          id={`${id}-file`}
          type="file"
          accept=".txt,.csv,.json,text/*,application/json"
          onChange={readFile}
        />
      </p>
      <Lines
        id={`${id}-people`}
        label="People"
        about="Which sessions are whose, the first that fits: session name = person. * stands for any text, and on the right for what it stood for: *@example.com = *."
        text={people}
        problems={read.people.problems}
        onChange={setPeople}
      />
      {state.kind === "refused" ? <Note kind="problem" title={state.message} /> : null}
      <div className={styles["actions"]}>
        <Button type="submit" look="main" disabled={state.kind === "saving" || isWrong}>
          Save names
        </Button>
        <span role="status">
          {state.kind === "saved"
            ? `Saved: ${state.accounts} accounts, ${state.people} rules for people.`
            : ""}
        </span>
      </div>
    </form>
  );
}

const MOST_PROBLEMS = 5;

function Lines(props: {
  readonly id: string;
  readonly label: string;
  readonly about: string;
  readonly text: string;
  readonly problems: readonly LineProblem[];
  readonly onChange: (text: string) => void;
}) {
  const { id, problems } = props;
  return (
    <div className={styles["lines"]}>
      <label htmlFor={id}>{props.label}</label>
      <textarea
        id={id}
        rows={8}
        spellCheck={false}
        autoComplete="off"
        value={props.text}
        aria-invalid={problems.length > 0 || undefined}
        aria-describedby={`${id}-about`}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <div id={`${id}-about`} className={problems.length > 0 ? styles["problem"] : styles["about"]}>
        {problems.length === 0 ? (
          <p>{props.about}</p>
        ) : (
          problems
            .slice(0, MOST_PROBLEMS)
            .map(({ line, message }) => <p key={line}>{`Line ${line}: ${message}`}</p>)
        )}
      </div>
    </div>
  );
}
