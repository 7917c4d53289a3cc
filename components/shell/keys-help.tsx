"use client";

import { lazy, useEffect, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import { isTyping } from "#components/ui/typing.ts";

const load = () => import("./keys-sheet.tsx");
const KeysSheet = lazy(async () => ({ default: (await load()).KeysSheet }));

/** The list of keys, under `?`. */
export function KeysHelp() {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event)) setOpen((was) => !was);
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Keys"
      load={load}
      trigger={(own) => (
        <Button look="quiet" square aria-label="Keys" data-hint="Keys  ?" {...own}>
          <Icon name="question" />
        </Button>
      )}
    >
      <KeysSheet />
    </Popover>
  );
}
