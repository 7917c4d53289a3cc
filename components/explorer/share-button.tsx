"use client";

import { lazy, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover } from "#components/ui/popover.tsx";
import styles from "./share-button.module.css";

const load = () => import("./share-sheet.tsx");
const ShareSheet = lazy(async () => ({ default: (await load()).ShareSheet }));

/** The address of this view for somebody else: always the latest, or as of now; or kept under a name. */
export function ShareButton() {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label="Share this view"
      load={load}
      className={styles["sheet"]}
      trigger={(own) => (
        <Button className={styles["trigger"]} {...own}>
          <Icon name="link" />
          Share
        </Button>
      )}
    >
      <ShareSheet />
    </Popover>
  );
}
