"use client";

import { useEffect, useState } from "react";
import { viewHref } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { writeClipboard } from "#components/ui/copyable.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Menu } from "#components/ui/menu.tsx";
import type { MenuEntry } from "#components/ui/menu-props.ts";
import { toIso } from "./describe-span.ts";
import styles from "./share-button.module.css";
import { useExplorer } from "./use-explorer.ts";

type Resolved = { readonly from: number | null; readonly to: number | null };

const SAID_MS = 1800;

/** Copies the address: as it is, or with "last 24 h" turned into the hours that it means now. */
export function ShareButton({ range }: { readonly range: Resolved }) {
  const { view, zone } = useExplorer();
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), SAID_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = (href: string) => {
    writeClipboard(new URL(href, window.location.href).href).then(
      () => setSaid("Link copied"),
      () => setSaid("Not copied"),
    );
  };
  // "local" would mean another zone to whoever opens the link.
  const tz = zone === "UTC" ? "utc" : zone;
  const isRelative = view.to === null || view.to.startsWith("now") || view.from?.startsWith("now") === true;
  const frozen = { ...view, from: isoOf(range.from), to: toIso(range.to ?? Date.now()), tz };
  const copies: readonly MenuEntry[] = [
    { kind: "action", label: "Copy link", onSelect: () => copy(viewHref({ ...view, tz })) },
    { kind: "action", label: "Copy link to exactly these hours", onSelect: () => copy(viewHref(frozen)) },
  ];
  return (
    <Menu
      align="end"
      trigger={(own) => (
        <Button className={styles["trigger"]} {...own}>
          <Icon name={said === "Link copied" ? "check" : "link"} />
          <span aria-live="polite">{said ?? "Share"}</span>
        </Button>
      )}
      entries={() => (isRelative ? copies : copies.slice(0, 1))}
    />
  );
}

function isoOf(at: number | null): string | null {
  return at === null ? null : toIso(at);
}
