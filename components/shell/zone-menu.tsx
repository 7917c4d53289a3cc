"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { readZone, type Zone } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { keepPreference } from "#components/ui/keep-preference.ts";
import { Menu } from "#components/ui/menu.tsx";
import type { MenuEntry } from "#components/ui/menu-props.ts";
import { asRoute } from "#components/ui/route.ts";
import { LOCAL_ZONE_COOKIE } from "./preferences.ts";

/**
 * The zone that times are shown in, always named. The address says it (`tz`: utc, local or a zone's name). What
 * "local" means only the browser knows: it tells the server in a cookie.
 */
export function ZoneMenu({ localZone }: { readonly localZone: Zone }) {
  const router = useRouter();
  const path = usePathname();
  const parameters = useSearchParams();
  const tz = parameters.get("tz") ?? "utc";
  const isLocal = tz.toLowerCase() === "local";
  const zone = isLocal ? localZone : readZone(tz.toLowerCase() === "utc" ? "UTC" : tz);

  useEffect(() => {
    const own = browserZone();
    if (own === localZone) return;
    keepPreference(LOCAL_ZONE_COOKIE, own);
    if (isLocal) router.refresh();
  }, [localZone, isLocal, router]);

  const choose = (next: string) => {
    const changed = new URLSearchParams(parameters);
    if (next === "utc") changed.delete("tz");
    else changed.set("tz", next);
    const text = changed.toString();
    router.replace(asRoute(text === "" ? path : `${path}?${text}`), { scroll: false });
  };
  return (
    <Menu
      align="end"
      trigger={(own) => (
        <Button look="quiet" aria-label={`Time zone: ${zone}`} data-hint="Time zone" {...own}>
          {zone}
          <Icon name="chevron-down" size={12} />
        </Button>
      )}
      entries={() => entriesOf(isLocal ? "local" : zone === "UTC" ? "utc" : zone, choose)}
    />
  );
}

function browserZone(): Zone {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Made in the browser only, once the menu opens: until then the local zone may be unknown. */
function entriesOf(chosen: string, choose: (tz: string) => void): readonly MenuEntry[] {
  const choices = [
    { tz: "utc", label: "UTC" },
    { tz: "local", label: `${browserZone()}, local` },
    ...(chosen === "utc" || chosen === "local" ? [] : [{ tz: chosen, label: chosen }]),
  ];
  return choices.map(({ tz, label }) => ({
    kind: "choice",
    label,
    isChosen: tz === chosen,
    onSelect: () => choose(tz),
  }));
}
