import { createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkListen, isOpenToOthers, webAddress } from "#bin/launch/web.ts";

describe("where to listen", () => {
  const other = createServer();
  let port = 0;
  beforeEach(async () => {
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address = other.address();
    port = typeof address === "object" && address !== null ? address.port : 0;
  });
  afterEach(() => {
    other.close();
  });

  it("is refused where another program listens, with another port to choose", async () => {
    await expect(checkListen({ host: "127.0.0.1", port })).rejects.toMatchObject({
      code: "bad-setting",
      message: `Port ${port} is taken by another program.`,
      remedy: `Choose another port: PORT=${port + 1} npm start`,
    });
  });

  it("is fine once that program has ended, and left free", async () => {
    await new Promise((resolve) => other.close(resolve));
    await checkListen({ host: "127.0.0.1", port });
    await checkListen({ host: "127.0.0.1", port });
  });

  it("is refused at an address of another machine", async () => {
    await expect(checkListen({ host: "192.0.2.1", port })).rejects.toMatchObject({
      message: expect.stringContaining('HOST is set to "192.0.2.1", which is no address of this machine'),
    });
  });
});

it.each([
  ["127.0.0.1", "http://127.0.0.1:3000", false],
  ["localhost", "http://localhost:3000", false],
  ["::1", "http://[::1]:3000", false],
  ["0.0.0.0", "http://localhost:3000", true],
  ["::", "http://localhost:3000", true],
  ["10.1.2.3", "http://10.1.2.3:3000", true],
])("finds the pages of HOST=%s at %s", (host, address, open) => {
  expect(webAddress({ host, port: 3000 })).toBe(address);
  expect(isOpenToOthers(host)).toBe(open);
});
