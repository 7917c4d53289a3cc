import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** The processes that `pid` started, and those that they started. */
export function descendants(pid: number): readonly number[] {
  const parents = parentsOfAll();
  const children = [...parents].filter(([, parent]) => parent === pid).map(([child]) => child);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** True while the process is there; one that ended and waits for its parent to notice does not count. */
export function isAlive(pid: number): boolean {
  return parentsOfAll().has(pid);
}

/** What the process was started with, or calls itself; empty if it has ended. */
export function commandOf(pid: number): string {
  if (!existsSync("/proc/self/stat")) {
    return spawnSync("ps", ["-ww", "-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function parentsOfAll(): ReadonlyMap<number, number> {
  return existsSync("/proc/self/stat") ? parentsFromProc() : parentsFromPs();
}

function parentsFromProc(): ReadonlyMap<number, number> {
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return new Map(
    pids.flatMap((pid): [number, number][] => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        return state === "Z" ? [] : [[Number(pid), Number(parent)]];
      } catch {
        // It ended while we looked.
        return [];
      }
    }),
  );
}

function parentsFromPs(): ReadonlyMap<number, number> {
  const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid=,stat="], { encoding: "utf8" });
  const lines = stdout.split("\n").map((line) => line.trim().split(/\s+/));
  return new Map(
    lines.flatMap(([pid, parent, state]): [number, number][] =>
      pid && parent && !state?.startsWith("Z") ? [[Number(pid), Number(parent)]] : [],
    ),
  );
}
