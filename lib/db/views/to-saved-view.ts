import type { SavedView } from "#lib/search/saved-view.ts";
import type { Prisma } from "#prisma/generated/client.ts";

type Row = Prisma.SavedViewGetPayload<object>;

export function toSavedView({ createdAt, updatedAt, ...rest }: Row): SavedView {
  return { ...rest, createdAt: createdAt.toISOString(), updatedAt: updatedAt.toISOString() };
}
