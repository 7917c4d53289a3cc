"use client";

import { viewHref } from "#components/event/view.ts";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { ColumnMenu } from "./column-menu.tsx";
import styles from "./table-tools.module.css";
import { useDensity } from "./use-density.ts";
import { useExplorer } from "./use-explorer.ts";

/** How the list is drawn: folded or not, how high its rows are, which columns. */
export function TableTools() {
  return (
    <div className={styles["tools"]}>
      <FoldSwitch />
      <DensityToggle />
      <ColumnMenu />
    </div>
  );
}

/** A link, since it is another view: the place in the list stays. */
function FoldSwitch() {
  const { view } = useExplorer();
  return (
    <ButtonLink
      look="quiet"
      data-on={view.fold || undefined}
      href={viewHref({ ...view, fold: !view.fold })}
      aria-label={
        view.fold
          ? "Fold: on. Show every event in a row of its own"
          : "Fold: off. Fold bursts of the same call"
      }
      data-key="z"
      data-hint={view.fold ? "Bursts of the same call are one row  z" : "Every event has its own row  z"}
    >
      <Icon name="fold" />
      <span className={styles["word"]}>Fold</span>
    </ButtonLink>
  );
}

function DensityToggle() {
  const [density, choose] = useDensity();
  const isRoomy = density === "comfortable";
  return (
    <Button
      look="quiet"
      square
      aria-label="Comfortable rows"
      aria-pressed={isRoomy}
      data-key="d"
      data-hint={isRoomy ? "Compact rows  d" : "Comfortable rows  d"}
      onClick={() => choose(isRoomy ? "compact" : "comfortable")}
    >
      <Icon name="rows" />
    </Button>
  );
}
