import { randomInt } from "node:crypto";
import type { Database } from "#lib/db/database.ts";
import { isUniqueViolation } from "#lib/db/jobs/unique-violation.ts";
import { toSavedView } from "#lib/db/views/to-saved-view.ts";
import type { SavedView } from "#lib/search/saved-view.ts";

export type ViewToSave = Pick<SavedView, "name" | "description" | "ownerNote" | "query">;

/** Letters and digits that nobody mistakes for one another when reading an address aloud. */
const LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
/** 31^8 addresses: not to be guessed by trying, short enough to be typed. */
const TOKEN_LENGTH = 8;
const MOST_TRIES = 5;

/** Keeps a view under a short address of its own. */
export async function saveView(db: Database, view: ViewToSave): Promise<SavedView> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return toSavedView(await db.prisma.savedView.create({ data: { ...view, token: newToken() } }));
    } catch (error) {
      if (!isUniqueViolation(error) || attempt === MOST_TRIES) throw error;
    }
  }
}

function newToken(): string {
  return Array.from({ length: TOKEN_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
}
