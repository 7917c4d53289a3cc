/** How an upload stands. */
export type Sending =
  | { readonly kind: "idle" }
  /** `part`: 0 to 1. */
  | { readonly kind: "sending"; readonly files: number; readonly part: number }
  | Refused
  /** Some of the files were taken, others not. */
  | { readonly kind: "partly"; readonly left: readonly LeftOut[]; readonly href: string };

/** `reason` is a sentence without its full stop. */
export type LeftOut = { readonly name: string; readonly reason: string };

export type Refused = { readonly kind: "refused"; readonly message: string; readonly remedy: string | null };

export type Sent = { readonly kind: "sent"; readonly sourceId: string; readonly left: readonly LeftOut[] };

/**
 * Sends files to POST /api/uploads. XMLHttpRequest, since fetch cannot tell how much was sent. Never rejects: what
 * went wrong is an answer with its sentence. Once aborted it answers nothing.
 */
export function sendFiles(
  files: readonly File[],
  onPart: (part: number) => void,
  signal: AbortSignal,
): Promise<Sent | Refused> {
  const form = new FormData();
  for (const file of files) form.append("files", file);
  return new Promise((resolve) => {
    const refuse = (message: string, remedy: string | null) => resolve({ kind: "refused", message, remedy });
    const request = new XMLHttpRequest();
    request.open("POST", "/api/uploads");
    request.setRequestHeader("accept", "application/json");
    request.upload.addEventListener("progress", ({ loaded, total }) =>
      onPart(total === 0 ? 0 : loaded / total),
    );
    request.addEventListener("load", () => {
      const { source, refused, title, remedy } = readAnswer(request.responseText);
      if (request.status === 201 && source !== undefined) {
        resolve({ kind: "sent", sourceId: source.id, left: refused ?? [] });
      } else refuse(title ?? `The server answered ${request.status}.`, remedy ?? null);
    });
    request.addEventListener("error", () =>
      refuse("The upload broke off: Waymark does not answer.", "Nothing of it was kept. Try again."),
    );
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form);
  });
}

type Answer = {
  readonly source?: { readonly id: string };
  readonly refused?: readonly LeftOut[];
  readonly title?: string;
  readonly remedy?: string;
};

/** Our own route's answer, or problem details; anything else (a proxy's page) is an answer without words. */
function readAnswer(text: string): Answer {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return {};
  }
}
