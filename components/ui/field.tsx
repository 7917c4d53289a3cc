import type { ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";

type FieldProps = Omit<ComponentProps<"input">, "id"> & {
  readonly id: string;
  readonly label: string;
  /** A sentence under the input that says what belongs in it. */
  readonly about?: string;
  /** What is wrong with the value; takes the place of `about`. */
  readonly problem?: string | undefined;
  /** For ids, keys, addresses and queries. */
  readonly mono?: boolean;
};

/** A labelled input with its note or problem under it. */
export function Field({ id, label, about, problem, mono = false, className, ...input }: FieldProps) {
  const note = problem ?? about;
  return (
    <div className={classNames(styles["field"], className)}>
      <label className={styles["label"]} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={classNames(styles["input"], mono && styles["mono"])}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
        {...input}
      />
      {note === undefined ? null : (
        <p id={`${id}-note`} className={problem === undefined ? styles["about"] : styles["problem"]}>
          {note}
        </p>
      )}
    </div>
  );
}

/** A labelled list of choices. */
export function SelectField({
  id,
  label,
  className,
  ...select
}: ComponentProps<"select"> & { readonly id: string; readonly label: string }) {
  return (
    <div className={classNames(styles["field"], className)}>
      <label className={styles["label"]} htmlFor={id}>
        {label}
      </label>
      <select id={id} className={styles["input"]} {...select} />
    </div>
  );
}
