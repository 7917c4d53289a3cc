"use client";

import { useEffect, useState } from "react";
import styles from "./drop-layer.module.css";
import { droppedFiles } from "./dropped-files.ts";

/** The whole window as a place to drop files on; shows itself while files are over it. */
export function DropLayer({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const listen = (
      type: "dragenter" | "dragover" | "dragleave" | "drop",
      handle: (event: DragEvent) => void,
    ) =>
      window.addEventListener(
        type,
        (event) => {
          if (!event.dataTransfer?.types.includes("Files")) return;
          event.preventDefault();
          handle(event);
        },
        { signal: controller.signal },
      );
    listen("dragenter", () => setIsOver(true));
    listen("dragover", () => setIsOver(true));
    listen("dragleave", (event) => {
      // Leaving an element for another inside the window is not leaving the window.
      if (event.relatedTarget === null) setIsOver(false);
    });
    listen("drop", async ({ dataTransfer }) => {
      setIsOver(false);
      if (dataTransfer !== null) onFiles(await droppedFiles(dataTransfer));
    });
    return () => controller.abort();
  }, [onFiles]);
  return isOver ? (
    <div className={styles["layer"]}>
      <p className={styles["words"]}>Drop log files to load them</p>
    </div>
  ) : null;
}
