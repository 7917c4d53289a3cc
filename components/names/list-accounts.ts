export type ListedAnswer =
  | { readonly kind: "done"; readonly found: number; readonly kept: number }
  | { readonly kind: "refused"; readonly message: string; readonly remedy: string | null };

/** Has the accounts of the organization listed with a source's credentials, by POST /api/names/listed. */
export function listAccounts(source: string): Promise<ListedAnswer> {
  return ask({
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ source }),
  });
}

/** Has all of them forgotten, by DELETE /api/names/listed. */
export function forgetAccounts(): Promise<ListedAnswer> {
  return ask({ method: "DELETE" });
}

async function ask(init: RequestInit): Promise<ListedAnswer> {
  try {
    const response = await fetch("/api/names/listed", init);
    const { found = 0, kept = 0, title, remedy = null } = trusted(await response.json());
    if (response.ok) return { kind: "done", found, kept };
    return { kind: "refused", message: title ?? "The accounts were not listed.", remedy };
  } catch {
    // No answer, or none of Waymark's: the same to whoever waits for it.
    return { kind: "refused", message: "Waymark does not answer. Is it still running?", remedy: null };
  }
}

type Answer = {
  readonly found?: number;
  readonly kept?: number;
  readonly title?: string;
  readonly remedy?: string;
};

/** Both ends are of the same build, so what came is what the route sends. */
function trusted(answer: unknown): Answer {
  return answer as Answer;
}
