import localFont from "next/font/local";

// The Latin letters of each: a third of the whole typeface. The system has the others.

export const sans = localFont({
  src: "../node_modules/@fontsource-variable/geist/files/geist-latin-wght-normal.woff2",
  variable: "--font-sans",
  weight: "100 900",
});

export const mono = localFont({
  src: "../node_modules/@fontsource-variable/geist-mono/files/geist-mono-latin-wght-normal.woff2",
  variable: "--font-mono",
  weight: "100 900",
  adjustFontFallback: false,
});
