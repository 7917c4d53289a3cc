/** What a person sees while Waymark starts, runs and stops: plain lines, no colour. */
export type Terminal = {
  say(line: string): void;
  /** Shows `label …` while `work` runs, then how long it took. */
  step<T>(label: string, work: () => Promise<T>): Promise<T>;
};

type Output = { write(text: string): unknown };

export function openTerminal(output: Output, now: () => number = () => performance.now()): Terminal {
  let midLine = false;
  const write = (text: string) => {
    output.write(text);
    midLine = !text.endsWith("\n");
  };
  return {
    say(line) {
      write(`${midLine ? "\n" : ""}${line === "" ? "" : `  ${line}`}\n`);
    },
    async step(label, work) {
      const began = now();
      write(`  ${label} …`);
      try {
        const result = await work();
        write(`${midLine ? "" : `  ${label}:`} ${duration(now() - began)}\n`);
        return result;
      } catch (error) {
        if (midLine) write("\n");
        throw error;
      }
    },
  };
}

/** Milliseconds as a person says them: `0.3 s`, `21 s`. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  return `${seconds < 9.95 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}
