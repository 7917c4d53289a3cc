"use client";

import { lazy } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import styles from "./column-menu.module.css";

const load = () => import("./column-sheet.tsx");
const ColumnSheet = lazy(async () => ({ default: (await load()).ColumnSheet }));

/** Chooses the columns and their order. The address keeps the choice; nothing is read again for it. */
export function ColumnMenu() {
  return (
    <Popover
      label="Columns"
      load={load}
      className={styles["content"]}
      trigger={(own) => (
        <Button look="quiet" aria-label="Columns" data-key="c" data-hint="Columns  c" {...own}>
          <Icon name="columns" />
          <span className={styles["word"]}>Columns</span>
        </Button>
      )}
    >
      <ColumnSheet />
    </Popover>
  );
}
