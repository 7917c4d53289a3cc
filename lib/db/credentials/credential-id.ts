import { hash } from "node:crypto";

/** The id of a credential's row, made from its name: whoever loads it first gives it the same. */
export function credentialId(ref: string): string {
  const hex = hash("md5", ref);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
