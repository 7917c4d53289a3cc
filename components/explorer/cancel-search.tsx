"use client";

import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import styles from "./cancel-search.module.css";
import { useExplorer } from "./use-explorer.ts";

/**
 * The way to stop the search that is on its way. `opening`: until the list is there that the page was opened with;
 * what stands in the list's place till then cannot be pressed, so this stands beside it.
 */
export function CancelSearch({ opening }: { readonly opening: Promise<null> }) {
  const { busy } = useExplorer();
  const [isOpening, setOpening] = useState(false);
  useEffect(() => {
    setOpening(true);
    opening.then(() => setOpening(false));
  }, [opening]);
  return busy || isOpening ? <CancelButton /> : null;
}

/** Shows after a second, over the list. Not fetched when it is needed: the server is busy then. */
function CancelButton() {
  const { stop } = useExplorer();
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const { current: own } = button;
    return () => {
      // Before it is taken away: whoever is on it goes back to the search, not to the top of the page.
      if (own === document.activeElement) focusSearch();
    };
  }, []);
  useEffect(
    () => () => {
      // Whoever leaves for another page waits for the list no more.
      if (window.location.pathname !== "/events") stop();
    },
    [stop],
  );
  return (
    <p className={styles["cancel"]}>
      Still searching
      <Button ref={button} data-key="cancel" data-hint="Cancel  Esc" onClick={stop}>
        Cancel
      </Button>
    </p>
  );
}

function focusSearch(): void {
  document.querySelector<HTMLElement>("[data-key='/']")?.focus({ preventScroll: true });
}
