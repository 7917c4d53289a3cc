/**
 * A bounded queue between those who find work and those who do it: whoever sends waits while it is full, whoever
 * receives waits while it is empty. `close` ends it after what is in it; `fail` ends it at once for everyone.
 */
export type Channel<T> = {
  send(item: T): Promise<void>;
  close(): void;
  fail(error: unknown): void;
  /** Several receivers may iterate at once; each item goes to one of them. */
  receive(): AsyncGenerator<T>;
};

export function createChannel<T>(capacity: number): Channel<T> {
  const items: T[] = [];
  let isClosed = false;
  let failure: { readonly error: unknown } | null = null;
  let waiters: (() => void)[] = [];

  /** Everyone who waits looks again; few ever do at once, so that waking all is simplest. */
  function wake(): void {
    const woken = waiters;
    waiters = [];
    for (const resume of woken) resume();
  }

  async function until(condition: () => boolean): Promise<void> {
    while (failure === null && !condition()) {
      await new Promise<void>((resolve) => waiters.push(resolve));
    }
    if (failure !== null) throw failure.error;
  }

  return {
    async send(item) {
      await until(() => items.length < capacity);
      items.push(item);
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    fail(error) {
      failure ??= { error };
      wake();
    },
    async *receive() {
      for (;;) {
        await until(() => items.length > 0 || isClosed);
        const item = items.shift();
        if (item === undefined) {
          if (isClosed) return;
          continue;
        }
        wake();
        yield item;
      }
    },
  };
}
