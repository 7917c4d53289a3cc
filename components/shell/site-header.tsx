import type { Zone } from "#components/ui/format-time.ts";
import { KeysHelp } from "./keys-help.tsx";
import { NavLinks } from "./nav-links.tsx";
import type { Theme } from "./preferences.ts";
import styles from "./site-header.module.css";
import { SiteLink } from "./site-link.tsx";
import { ThemeMenu } from "./theme-menu.tsx";
import { ZoneMenu } from "./zone-menu.tsx";

/** The bar over every page: where you are on the left, how it looks on the right. */
export function SiteHeader(props: { readonly theme: Theme; readonly localZone: Zone }) {
  return (
    <header className={styles["header"]}>
      <a href="#content" className={styles["skip"]}>
        Skip to the content
      </a>
      <SiteLink href="/" className={styles["brand"]}>
        <svg className={styles["blaze"]} width="10" height="16" viewBox="0 0 10 16" aria-hidden="true">
          <rect x="1" y="1" width="8" height="14" rx="1" />
        </svg>
        Waymark
      </SiteLink>
      <NavLinks />
      <div className={styles["tools"]}>
        <ZoneMenu localZone={props.localZone} />
        <ThemeMenu initial={props.theme} />
        <KeysHelp />
      </div>
    </header>
  );
}
