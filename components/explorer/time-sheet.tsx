"use client";

import { useId, useState } from "react";
import { viewHref } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { Field, SelectField } from "#components/ui/field.tsx";
import type { Zone } from "#components/ui/format-time.ts";
import { findTimePreset, TIME_PRESETS } from "#lib/search/time-presets.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";
import type { View } from "#lib/search/view-url.ts";
import { UNITS } from "./describe-span.ts";
import { readEnd, writeBound } from "./time-bound.ts";
import styles from "./time-picker.module.css";
import { useExplorer } from "./use-explorer.ts";

type Choose = (from: string | null, to: string | null) => void;

/** The ways to say a span of time. */
export function TimeSheet({ onChosen }: { readonly onChosen: () => void }) {
  const { view, zone, go } = useExplorer();
  const current = findTimePreset(view.from, view.to);
  const choose: Choose = (from, to) => {
    onChosen();
    go(spanHref(view, from, to));
  };
  return (
    <>
      <ul className={styles["presets"]}>
        {TIME_PRESETS.map(({ id, from, to, label }) => (
          <li key={id}>
            <a
              href={spanHref(view, from, to)}
              className={styles["preset"]}
              aria-current={id === current?.id ? "true" : undefined}
              onClick={onChosen}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      <RelativeForm current={view.to === null ? view.from : null} choose={choose} />
      <AbsoluteForm
        key={`${view.from} ${view.to}`}
        from={view.from}
        to={view.to}
        zone={zone}
        choose={choose}
      />
    </>
  );
}

function spanHref(view: View, from: string | null, to: string | null): string {
  return viewHref({ ...view, from, to, cursor: null });
}

/** `current`: what a view without an end asks for; where that is relative, the form goes on from it. */
function RelativeForm({ current, choose }: { readonly current: string | null; readonly choose: Choose }) {
  const id = useId();
  const [, figure = "3", unit = "h"] = /^now-(\d{1,4})([mhdw])$/.exec(current ?? "") ?? [];
  return (
    <form
      className={styles["relative"]}
      onSubmit={(event) => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        choose(`now-${Number(form.get("figure"))}${String(form.get("unit"))}`, null);
      }}
    >
      <Field
        id={`${id}-figure`}
        name="figure"
        label="Last"
        type="number"
        min={1}
        max={9999}
        step={1}
        defaultValue={figure}
        required
      />
      <SelectField id={`${id}-unit`} name="unit" label="Unit" defaultValue={unit}>
        {UNITS.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.label}
          </option>
        ))}
      </SelectField>
      <Button type="submit">Apply</Button>
    </form>
  );
}

type Problems = { readonly from?: string; readonly to?: string };

function AbsoluteForm(props: {
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: Zone;
  readonly choose: Choose;
}) {
  const { zone, choose } = props;
  const id = useId();
  // What the span means at the moment when it is shown.
  const [{ range }] = useState(() => parseTimeRange(props.from, props.to, Date.now()));
  const [problems, setProblems] = useState<Problems>({});
  const submit = (form: FormData) => {
    const from = readEnd(String(form.get("from")), { text: props.from, at: range.from }, zone);
    const to = readEnd(String(form.get("to")), { text: props.to, at: range.to }, zone);
    if (from.kind === "wrong" || to.kind === "wrong") {
      setProblems({
        ...(from.kind === "wrong" && { from: from.message }),
        ...(to.kind === "wrong" && { to: to.message }),
      });
      return;
    }
    const span = parseTimeRange(from.text, to.text, Date.now());
    const [problem] = span.problems;
    if (problem === undefined) choose(from.text, to.text);
    else setProblems({ to: problem.message });
  };
  return (
    <form
      className={styles["absolute"]}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <BoundField
        zone={zone}
        id={`${id}-from`}
        name="from"
        label="From"
        at={range.from}
        problem={problems.from}
      />
      <BoundField zone={zone} id={`${id}-to`} name="to" label="To" at={range.to} problem={problems.to} />
      <Button type="submit">Apply</Button>
    </form>
  );
}

function BoundField(props: {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly at: number | null;
  readonly zone: Zone;
  readonly problem: string | undefined;
}) {
  const { at, zone, label, ...field } = props;
  return (
    <Field
      {...field}
      label={`${label}, ${zone}`}
      defaultValue={writeBound(at, zone)}
      placeholder={field.name === "from" ? "the beginning" : "now"}
      mono
      autoComplete="off"
      spellCheck={false}
    />
  );
}
