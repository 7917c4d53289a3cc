"use client";

import { lazy, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { describeSpan } from "./describe-span.ts";
import styles from "./time-picker.module.css";
import { useExplorer } from "./use-explorer.ts";

const load = () => import("./time-sheet.tsx");
const TimeSheet = lazy(async () => ({ default: (await load()).TimeSheet }));

/** Chooses the span of time: a preset, so long until now, or from and to. */
export function TimePicker() {
  const { view, zone } = useExplorer();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Time"
      load={load}
      className={styles["content"]}
      trigger={(own) => (
        <Button className={styles["trigger"]} data-key="t" data-hint="Time  t" {...own}>
          <Icon name="clock" />
          <span className={styles["span"]}>{visibleText(describeSpan(view.from, view.to, zone))}</span>
          <Icon name="chevron-down" size={12} />
        </Button>
      )}
    >
      <TimeSheet onChosen={() => setOpen(false)} />
    </Popover>
  );
}
