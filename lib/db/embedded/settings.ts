/** What a server is for: a person's data, or a test's that is thrown away. */
export type Purpose = "keep" | "throw-away";

export type Machine = {
  /** Main memory in bytes. */
  readonly memory: number;
  /** Size of /dev/shm in bytes; null where there is none. */
  readonly sharedMemory: number | null;
};

const MB = 1024 * 1024;

/** The settings of the embedded server, as they go on its command line. */
export function serverSettings(machine: Machine, purpose: Purpose): Readonly<Record<string, string>> {
  return {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "60",
    timezone: "UTC",
    log_timezone: "UTC",
    shared_buffers: `${sharedBuffers(machine)}MB`,
    work_mem: "32MB",
    maintenance_work_mem: "256MB",
    effective_cache_size: `${Math.max(256, Math.floor(machine.memory / MB / 2))}MB`,
    max_wal_size: "4GB",
    checkpoint_timeout: "15min",
    // What loading appends has nothing to clean up for, and what it folds away can wait: every minute is too often for it.
    autovacuum_naptime: "5min",
    jit: "off",
    ...parallelMemory(machine),
    ...(purpose === "throw-away" ? FORGETFUL : {}),
  };
}

/** MB. Loading writes all over its indexes: what does not fit in here goes to and fro between two caches. */
function sharedBuffers({ memory }: Machine): number {
  return Math.min(4096, Math.max(128, Math.floor(memory / MB / 8)));
}

// A container's /dev/shm is 64 MB by default; a parallel hash join that outgrows it fails the query.
function parallelMemory({ sharedMemory }: Machine): Readonly<Record<string, string>> {
  return sharedMemory === null || sharedMemory < 256 * MB ? { dynamic_shared_memory_type: "mmap" } : {};
}

const FORGETFUL = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };
