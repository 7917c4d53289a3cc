import { join } from "node:path";
import { WORKER_BUNDLE } from "#bin/launch/build.ts";
import { type Child, startChild, TYPESCRIPT } from "#bin/launch/child.ts";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { duration } from "#bin/launch/terminal.ts";

const LONGEST_WAIT_MS = 60_000;
const STEADY_MS = 60_000;

/**
 * Loading makes garbage at a great rate and keeps little. Left alone, V8 lets the heap grow with the machine's
 * memory; these bounds (MB) hold the whole process under 512 MB, and a young generation of this size collects most of
 * a batch before it is copied twice. Collecting on several threads is quicker only where there are idle cores: here
 * the database wants them, and loading is an eighth faster without. Nor does marking in small steps help: nobody
 * waits for this process to answer within milliseconds, and marking at one go takes a twelfth less of its time. What
 * V8 inlines much into it has to compile anew for every change in any of it: at a third of its usual measure the
 * worker takes a tenth less of the processor, and twenty megabytes less.
 */
export const WORKER_MEMORY = [
  "--max-old-space-size=256",
  "--max-semi-space-size=16",
  "--single-threaded-gc",
  "--no-incremental-marking",
  "--max-inlined-bytecode-size-cumulative=300",
];

/**
 * The C library gives each thread a heap of its own, of which it gives little back: with two for all, the process
 * takes thirty megabytes less. Other C libraries do not know the name.
 */
export const WORKER_ENVIRONMENT = { MALLOC_ARENA_MAX: "2" };

export type WorkerOptions = {
  readonly env: Readonly<Record<string, string>>;
  readonly outputFile: string;
  /** Runs the sources instead of the bundle, and starts again when one changes. */
  readonly watch: boolean;
  readonly say: (line: string) => void;
};

/** Keeps one worker running: if it ends, another takes its place after a wait that doubles each time. */
export function superviseWorker({ env, outputFile, watch, say }: WorkerOptions): { stop(): Promise<void> } {
  let stopping = false;
  let wait = 0;
  let pause: NodeJS.Timeout | undefined;
  let child: Child | undefined;

  function run(): void {
    const began = performance.now();
    child = startChild({
      script: watch ? join(PROJECT_ROOT, "bin/worker.ts") : WORKER_BUNDLE,
      args: [],
      nodeArgs: [...WORKER_MEMORY, ...(watch ? ["--watch", "--watch-preserve-output", ...TYPESCRIPT] : [])],
      env: { ...env, ...WORKER_ENVIRONMENT, WAYMARK_PROCESS: "worker" },
      outputFile,
    });
    child.ended.then((how) => {
      if (stopping) return;
      wait = nextWait(wait, performance.now() - began);
      say(`The worker stopped (${how}) and starts again in ${duration(wait)}. What it said: ${outputFile}`);
      pause = setTimeout(run, wait);
    });
  }

  run();
  return {
    async stop() {
      stopping = true;
      clearTimeout(pause);
      await child?.stop();
    },
  };
}

/**
 * Milliseconds until the next try.
 * @param wait the wait before the last one; 0: there was none
 * @param lived how long, in milliseconds, the worker ran since
 */
export function nextWait(wait: number, lived: number): number {
  return wait === 0 || lived >= STEADY_MS ? 1000 : Math.min(wait * 2, LONGEST_WAIT_MS);
}
