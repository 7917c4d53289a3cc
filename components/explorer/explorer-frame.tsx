"use client";

import { useRouter } from "next/navigation";
import { createContext, type MouseEvent, type ReactNode, useContext, useMemo, useTransition } from "react";
import { HandleMenu } from "#components/event/handle-menu.tsx";
import type { Zone } from "#components/ui/format-time.ts";
import { asRoute } from "#components/ui/route.ts";
import styles from "./explorer-frame.module.css";
import { ExplorerKeys } from "./explorer-keys.tsx";
import { LocalZoneContext, useView } from "./use-view.ts";

type Navigation = { readonly go: (href: string) => void; readonly busy: boolean };

const NavigationContext = createContext<Navigation>({ go: () => undefined, busy: false });

/** Goes to another view of the list; `busy` while the answer is on its way, with the last one still on screen. */
export function useNavigation(): Navigation {
  return useContext(NavigationContext);
}

/**
 * The frame of the explorer. Every link inside it that leads to another view is a plain link; the frame follows it
 * without a page load, and marks the list as old until the answer is there.
 */
export function ExplorerFrame(props: { readonly localZone: Zone; readonly children: ReactNode }) {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  const navigation = useMemo(() => {
    const go = (href: string) => startTransition(() => router.push(asRoute(href), { scroll: false }));
    return { go, busy };
  }, [busy, router]);
  return (
    <LocalZoneContext value={props.localZone}>
      <NavigationContext value={navigation}>
        <Layout>{props.children}</Layout>
      </NavigationContext>
    </LocalZoneContext>
  );
}

function Layout({ children }: { readonly children: ReactNode }) {
  const { go, busy } = useNavigation();
  const view = useView();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: follows clicks on the links inside, which keys make too
    // biome-ignore lint/a11y/noStaticElementInteractions: as above
    <div
      className={styles["frame"]}
      data-busy={busy || undefined}
      data-panel={view.event !== null || undefined}
      onClick={(event) => follow(event, go)}
    >
      <div className={styles["progress"]} aria-hidden="true" />
      {children}
      <HandleMenu view={view} go={go} />
      <ExplorerKeys view={view} go={go} />
    </div>
  );
}

function follow(event: MouseEvent, go: (href: string) => void): void {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  if (link === null || link.target !== "" || link.origin !== window.location.origin) return;
  if (link.pathname !== "/events" || link.dataset["document"] !== undefined) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
