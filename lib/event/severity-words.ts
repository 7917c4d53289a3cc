import type { Severity } from "#lib/event/event.ts";

/** What each is called, and what it means, for hints and readers. */
export const SEVERITY_WORDS: Readonly<Record<Severity, { readonly word: string; readonly about: string }>> = {
  destructive: { word: "destructive", about: "removes or stops something, or turns off a guard" },
  "sensitive-read": { word: "sensitive read", about: "hands out a secret, or decrypts one" },
  denied: { word: "denied", about: "was refused" },
  root: { word: "root", about: "by the account's root user" },
  "sign-in": { word: "sign-in", about: "a sign-in to the console" },
};
