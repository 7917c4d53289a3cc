"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ComponentProps } from "react";
import { isPlainClick } from "#components/ui/plain-click.ts";
import { asRoute } from "#components/ui/route.ts";
import { useTz } from "#components/ui/use-tz.ts";
import { withTz } from "#components/ui/with-tz.ts";

/**
 * A link of the bar over every page, followed without loading a page. Where it leads is asked for once a pointer or the
 * focus is on it: asked for at once, all places together would keep the server from what somebody waits for.
 */
export function SiteLink(props: ComponentProps<"a"> & { readonly href: Route }) {
  const { href: place, ...rest } = props;
  const router = useRouter();
  const href = asRoute(withTz(place, useTz()));
  const ask = () => router.prefetch(href);
  return (
    <a
      href={href}
      onPointerEnter={ask}
      onFocus={ask}
      onClick={(event) => {
        if (!isPlainClick(event)) return;
        event.preventDefault();
        router.push(href);
      }}
      {...rest}
    />
  );
}
