"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { useEffect } from "react";
import { Button } from "#components/ui/button.tsx";
import { readZone, type Zone } from "#components/ui/format-time.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Menu, MenuChoice, MenuChoices, MenuContent, MenuTrigger } from "#components/ui/menu.tsx";
import { asRoute } from "#components/ui/route.ts";
import { LOCAL_ZONE_COOKIE, preferenceCookie } from "./preferences.ts";

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
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that we support
    document.cookie = preferenceCookie(LOCAL_ZONE_COOKIE, own);
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
    <Menu>
      <MenuTrigger asChild>
        <Button look="quiet" aria-label={`Time zone: ${zone}`} data-hint="Time zone">
          {zone}
          <Icon name="chevron-down" size={12} />
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <ZoneChoices chosen={isLocal ? "local" : zone === "UTC" ? "utc" : zone} choose={choose} />
      </MenuContent>
    </Menu>
  );
}

function browserZone(): Zone {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Drawn in the browser only, once the menu opens: until then the local zone may be unknown. */
function ZoneChoices({ chosen, choose }: { readonly chosen: string; readonly choose: (tz: string) => void }) {
  const isOther = chosen !== "utc" && chosen !== "local";
  return (
    <MenuChoices value={chosen} onValueChange={choose}>
      <MenuChoice value="utc">UTC</MenuChoice>
      <MenuChoice value="local">{`${browserZone()}, local`}</MenuChoice>
      {isOther ? <MenuChoice value={chosen}>{chosen}</MenuChoice> : null}
    </MenuChoices>
  );
}
