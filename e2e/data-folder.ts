import { tmpdir } from "node:os";
import { join } from "node:path";

/** Where the server under test keeps what it has, by its port: a spec can join its database there. */
export function dataFolder(port = process.env["E2E_PORT"] ?? "24117"): string {
  return join(tmpdir(), `waymark-e2e-${port}`);
}
