"use client";

import { usePathname } from "next/navigation";
import { asRoute } from "#components/ui/route.ts";
import styles from "./site-header.module.css";
import { SiteLink } from "./site-link.tsx";

const PLACES = [
  { href: "/events", label: "Events" },
  { href: "/sources", label: "Sources" },
  { href: "/views", label: "Views" },
] as const;

/** The places of the product; the one you are in is marked. */
export function NavLinks() {
  const path = usePathname();
  return (
    <nav className={styles["nav"]} aria-label="Places">
      {PLACES.map(({ href, label }) => (
        <SiteLink
          key={href}
          href={asRoute(href)}
          className={styles["place"]}
          aria-current={isWithin(path, href) ? "page" : undefined}
        >
          {label}
        </SiteLink>
      ))}
    </nav>
  );
}

function isWithin(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
