import type { Names } from "#lib/event/names.ts";

export type SentNames =
  | { readonly kind: "done"; readonly names: Names }
  | { readonly kind: "refused"; readonly message: string };

/** Saves names by PUT /api/names, and tells what came of it. */
export async function sendNames(names: Names): Promise<SentNames> {
  try {
    const response = await fetch("/api/names", {
      method: "PUT",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(names),
    });
    const answer: unknown = await response.json();
    return response.ok
      ? { kind: "done", names: trusted(answer) }
      : { kind: "refused", message: trusted(answer).title ?? "The names were not saved." };
  } catch {
    // No answer, or none of Waymark's: the same to whoever waits for it.
    return { kind: "refused", message: "Waymark does not answer. Is it still running?" };
  }
}

/** Both ends are of the same build, so what came is what the route sends. */
function trusted(answer: unknown): Names & { readonly title?: string } {
  return answer as Names & { readonly title?: string };
}
