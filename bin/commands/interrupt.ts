/** Why a command ended early: Ctrl-C, or the wish of whoever started it. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  /** 128 and the signal's number, as shells have it. */
  readonly exitCode: number;

  constructor(exitCode: number) {
    super("Interrupted.");
    this.exitCode = exitCode;
  }
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** npm passes on a Ctrl-C that the terminal already sent us: what follows so closely is the same one. */
const ECHO_MS = 400;

/** Aborted by the first signal, with Interrupted; the second ends the process at once. */
export function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  let first: number | null = null;
  for (const [name, exitCode] of Object.entries(SIGNALS)) {
    process.on(name, () => {
      if (first === null) {
        first = performance.now();
        controller.abort(new Interrupted(exitCode));
      } else if (performance.now() - first > ECHO_MS) process.exit(exitCode);
    });
  }
  return controller.signal;
}

/** What `work` gives; throws Interrupted as soon as the person wants to end. */
export async function unlessInterrupted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let stop: () => void = () => {};
  const interrupted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
