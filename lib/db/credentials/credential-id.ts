import { hash } from "node:crypto";
import { hexUuid } from "#lib/db/sql/hex-uuid.ts";

/** The id of a credential's row, made from its name: whoever loads it first gives it the same. */
export function credentialId(ref: string): string {
  return hexUuid(hash("md5", ref));
}
