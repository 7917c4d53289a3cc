export type StopRequest = {
  /** Aborted at the first signal; steps that take long end then. */
  readonly signal: AbortSignal;
  /** Settles at the first signal. */
  readonly asked: Promise<void>;
  /** Ends a start that a signal came in upon. @throws Stopped */
  check(): void;
};

/** Thrown where a start is given up because a person asked for it. */
export class Stopped extends Error {
  override readonly name = "Stopped";
}

/**
 * Takes over Ctrl-C, the wish of a service manager to stop, and the closing of the terminal. Later signals are
 * ignored: npm passes on a Ctrl-C that the terminal already sent us.
 */
export function listenForStop(): StopRequest {
  const controller = new AbortController();
  const asked = new Promise<void>((resolve) => {
    for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(name, () => {
        controller.abort();
        resolve();
      });
    }
  });
  // The terminal may be gone, or the pipe closed; ending properly matters more than the last words.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  return {
    signal: controller.signal,
    asked,
    check() {
      if (controller.signal.aborted) throw new Stopped();
    },
  };
}
