import { rmSync } from "node:fs";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { type EmbeddedPostgres, startEmbedded } from "#lib/db/embedded/start-embedded.ts";
import { temporaryFolder } from "#lib/db/testing/test-server.ts";

/** A PostgreSQL that can be stopped and started again, at an address that stays. */
export type MovableServer = {
  /** Its address while it runs, and afterwards. */
  readonly url: string;
  /** Ends it at once, as a failure of the power does: it has to recover from its log. */
  crash(): Promise<void>;
  start(): Promise<void>;
  remove(): Promise<void>;
};

export async function startMovableServer(): Promise<MovableServer> {
  const folder = temporaryFolder();
  const sockets = new Set<Socket>();
  let server: EmbeddedPostgres | null = null;

  const proxy = createServer((incoming) => {
    if (server === null) return incoming.destroy();
    const outgoing = connect(Number(new URL(server.url).port), "127.0.0.1");
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      sockets.add(socket);
      socket.on("error", () => {});
      socket.on("close", () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));

  async function start(): Promise<EmbeddedPostgres> {
    server = await startEmbedded({
      dataFolder: join(folder, "postgres"),
      logFile: join(folder, "postgres.log"),
    });
    return server;
  }

  async function crash(): Promise<void> {
    const running = server;
    server = null;
    if (running === null) return;
    process.kill(running.pid, "SIGQUIT");
    await running.ended;
  }

  const url = new URL((await start()).url);
  url.port = String((proxy.address() as AddressInfo).port);
  return {
    url: url.href,
    crash,
    start: async () => {
      await start();
    },
    async remove() {
      await crash();
      proxy.close();
      for (const socket of sockets) socket.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
