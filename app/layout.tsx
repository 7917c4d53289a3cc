import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { mono, sans } from "#app/fonts.ts";
import { readShownNames } from "#app/read-shown-names.ts";
import { readLocalZone } from "#app/read-zone.ts";
import { NamesProvider } from "#components/event/names.tsx";
import { DENSITY_COOKIE, readDensity } from "#components/explorer/density-preference.ts";
import { PaperLine } from "#components/shell/paper-line.tsx";
import { readTheme, THEME_COOKIE } from "#components/shell/preferences.ts";
import { SiteHeader } from "#components/shell/site-header.tsx";
import { FLOATING_ID } from "#components/ui/floating.ts";
import { HintLayer } from "#components/ui/hint-layer.tsx";
import "./globals.css";
import "./print.css";

export const metadata: Metadata = {
  title: { default: "Waymark", template: "%s · Waymark" },
  description: "Who did what, to what, from where, in your AWS accounts.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const jar = await cookies();
  const theme = readTheme(jar.get(THEME_COOKIE)?.value);
  const names = await readShownNames(Date.now());
  const localZone = await readLocalZone();
  return (
    <html
      lang="en"
      className={`${sans.variable} ${mono.variable}`}
      data-density={readDensity(jar.get(DENSITY_COOKIE)?.value)}
      data-theme={theme === "system" ? undefined : theme}
    >
      <body>
        <PaperLine />
        <SiteHeader theme={theme} localZone={localZone} />
        <main id="content" tabIndex={-1}>
          <NamesProvider names={names}>{children}</NamesProvider>
          <div id={FLOATING_ID} />
          <HintLayer />
        </main>
      </body>
    </html>
  );
}
