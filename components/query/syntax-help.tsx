"use client";

import { lazy, type RefObject, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { isTyping } from "#components/ui/typing.ts";
import styles from "./syntax-help.module.css";

const load = () => import("./syntax-sheet.tsx");
const SyntaxSheet = lazy(async () => ({ default: (await load()).SyntaxSheet }));

/** How to write a query, by examples that can be clicked. `opener` is given what opens it. */
export function SyntaxHelp(props: {
  readonly hrefOf: (q: string) => string;
  readonly opener: RefObject<(() => void) | null>;
}) {
  const { hrefOf, opener } = props;
  const [open, setOpen] = useState(false);
  useEffect(() => {
    opener.current = () => setOpen(true);
    const listen = (event: KeyboardEvent) => {
      if (event.key === "s" && !isTyping(event)) setOpen((was) => !was);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [opener]);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Syntax of the search"
      load={load}
      className={styles["sheet"]}
      trigger={(own) => (
        <Button look="quiet" className={styles["trigger"]} data-hint="How to search  s" {...own}>
          Syntax
        </Button>
      )}
    >
      <SyntaxSheet hrefOf={hrefOf} onTaken={() => setOpen(false)} />
    </Popover>
  );
}
