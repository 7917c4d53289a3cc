import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Tells a process from a later one that got the same number: its start, as the system counts it. Null where no
 * such process lives.
 */
export function processToken(pid: number): string | null {
  if (process.platform === "linux") {
    try {
      const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
      return `${boot}/${startTicks(readFileSync(`/proc/${pid}/stat`, "utf8"))}`;
    } catch {
      return null;
    }
  }
  const { stdout } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return stdout.trim() || null;
}

/** Field 22 of /proc/<pid>/stat, in ticks since boot. The second, the name, may hold spaces and brackets. */
export function startTicks(stat: string): string {
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields[19] ?? "";
}
