/*
 * Asks a route of Waymark's own. Both ends are of the same build, so what a route answers is believed to have the shape
 * that its docs say; here and nowhere else.
 */

type InputProblem = { readonly parameter: string; readonly message: string };

type Said = {
  /** Stable: what a program may decide by. */
  readonly code?: string | null;
  readonly remedy?: string | null;
  readonly problems?: readonly InputProblem[];
  readonly cause?: unknown;
};

/** Why there is no answer, in a sentence to show, and what can be done about it where somebody knows. */
export class NoAnswer extends Error {
  readonly code: string | null;
  readonly remedy: string | null;
  /** What is wrong with single inputs. */
  readonly problems: readonly InputProblem[];

  constructor(sentence: string, { code = null, remedy = null, problems = [], cause }: Said = {}) {
    super(sentence, { cause });
    this.code = code;
    this.remedy = remedy;
    this.problems = problems;
  }
}

/** The answer of a route. @throws NoAnswer, or the reason of the signal */
export async function askServer<T>(href: string, init: RequestInit = {}): Promise<T> {
  const response = await reachServer(href, init);
  if (!response.ok) throw await refusalOf(response);
  if (response.status === 204) return trusted<T>(null);
  const body: unknown = await response.json().catch((cause: unknown) => {
    init.signal?.throwIfAborted();
    throw new NoAnswer("The answer broke off.", { cause });
  });
  return trusted<T>(body);
}

export type Sent<T> =
  | { readonly kind: "done"; readonly answer: T }
  | { readonly kind: "refused"; readonly why: NoAnswer };

/** Has a route change something, and tells what came of it. */
export async function sendToServer<T>(method: string, href: string, body?: object): Promise<Sent<T>> {
  try {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { "content-type": "application/json" };
    return { kind: "done", answer: await askServer<T>(href, { method, headers, ...sent }) };
  } catch (error) {
    return { kind: "refused", why: asNoAnswer(error) };
  }
}

/** The response, whatever its status. @throws NoAnswer, or the reason of the signal */
export async function reachServer(href: string, init: RequestInit = {}): Promise<Response> {
  return fetch(href, init).catch((cause: unknown) => {
    init.signal?.throwIfAborted();
    throw new NoAnswer("Waymark does not answer. Is it still running?", { cause });
  });
}

/** What a problem answer says (RFC 9457); its status, if it is none, such as a proxy's page. */
export async function refusalOf(response: Response): Promise<NoAnswer> {
  const said = trusted<(Said & { readonly title?: string }) | null>(await response.json().catch(() => null));
  return new NoAnswer(said?.title ?? `The answer has status ${response.status}.`, said ?? {});
}

/** Whatever was thrown while an answer was waited for. */
export function asNoAnswer(error: unknown): NoAnswer {
  return error instanceof NoAnswer ? error : new NoAnswer("The answer could not be read.", { cause: error });
}

/** The sentences of it, for a place that is one line. */
export function inOneLine({ message, remedy }: NoAnswer): string {
  return remedy === null ? message : `${message} ${remedy}`;
}

/** The same for a count beside a list: the list, stopped for the same reason, tells it whole, and what to do. */
export function whyNotCounted(problem: NoAnswer): string {
  return problem.code === "query-timeout" ? "Not counted: it took too long." : inOneLine(problem);
}

export function trusted<T>(body: unknown): T {
  return body as T;
}
