"use client";

import { formatInstant } from "#components/ui/format-time.ts";
import { usePrinting } from "#components/ui/use-printing.ts";
import styles from "./paper-line.module.css";

/** Heads what is printed: where it was read, and when. */
export function PaperLine() {
  return usePrinting() ? (
    <p className={styles["line"]}>
      {location.href}
      <br />
      Printed {formatInstant(Date.now(), "UTC")}
    </p>
  ) : null;
}
