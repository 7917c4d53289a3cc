import { once } from "node:events";
import { createServer, request, type Server } from "node:http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { followRequests, ticketOf } from "#app/follow-requests.ts";
import { writeTicket } from "#lib/search/search-ticket.ts";
import { requestSignal, requestTab } from "#lib/server/request-signal.ts";

const QUERY = "q=is:write&from=now-7d";
const TICKET = { tab: "abc123", step: 3 };
const COOKIE = `waymark-search=${writeTicket(TICKET, QUERY)}`;

function ticket(url: string, headers: Readonly<Record<string, string>>, method = "GET") {
  return ticketOf({ url, headers, method } as Parameters<typeof ticketOf>[0]);
}

describe("which search a request is", () => {
  const soft = { rsc: "1", cookie: `a=b; ${COOKIE}; c=d` };

  it("says the cookie, where the router asks for that address", () => {
    expect(ticket(`/events?${QUERY}&_rsc=1x2y`, soft)).toEqual(TICKET);
    expect(ticket(`/events?${QUERY}`, soft)).toEqual(TICKET);
  });

  it.each([
    ["another address", `/events?${QUERY}x`, soft],
    ["a page that is opened, maybe in another tab", `/events?${QUERY}`, { cookie: COOKIE }],
    ["no cookie", `/events?${QUERY}`, { rsc: "1" }],
    ["a cookie of another name", `/events?${QUERY}`, { rsc: "1", cookie: `x${COOKIE}` }],
    ["nonsense", "/events?%&?&=&_rsc", { rsc: "1", cookie: "waymark-search=%00..; ;=" }],
  ])("is the first of a new tab: %s", (_, url, headers) => {
    const found = ticket(url, headers);
    expect(found).toEqual({ tab: expect.stringMatching(/^[0-9a-f]{16}$/), step: 0 });
    expect(ticket(url, headers)?.tab).not.toBe(found?.tab);
  });

  it("is none for other pages, other methods, and what is asked for ahead", () => {
    expect(ticket(`/events/rows?${QUERY}`, soft)).toBeNull();
    expect(ticket(`/api/events?${QUERY}`, soft)).toBeNull();
    expect(ticket(`/events?${QUERY}`, soft, "POST")).toBeNull();
    expect(ticket(`/events?${QUERY}`, { ...soft, "next-router-prefetch": "1" })).toBeNull();
  });
});

describe("a request of this process", () => {
  /** What the handler of the latest request saw, some turns after it began. */
  const seen: { signal: AbortSignal | null; tab: string | null }[] = [];
  let server: Server;
  let port: number;

  beforeAll(async () => {
    followRequests();
    server = createServer(async (incoming, response) => {
      await new Promise((resolve) => setImmediate(resolve));
      seen.push({ signal: requestSignal(), tab: requestTab() });
      if (incoming.url !== "/slow") response.end("done");
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("No port.");
    port = address.port;
  });
  afterAll(() => {
    server.close();
  });

  it("has a signal of its own, which an answer leaves alone", async () => {
    seen.length = 0;
    for (const path of ["/one", "/events?q="]) {
      await (await fetch(`http://127.0.0.1:${port}${path}`)).text();
    }
    expect(seen.map(({ tab }) => tab !== null)).toEqual([false, true]);
    expect(seen[0]?.signal).not.toBe(seen[1]?.signal);
    expect(seen.map(({ signal }) => signal?.aborted)).toEqual([false, false]);
  });

  it("is given up when its connection closes", async () => {
    seen.length = 0;
    const leaving = request({ port, path: "/slow" });
    leaving.on("error", () => {});
    leaving.end();
    await expect.poll(() => seen.length).toBe(1);
    const { signal } = seen[0] ?? {};
    expect(signal?.aborted).toBe(false);
    leaving.destroy();
    await expect.poll(() => signal?.aborted).toBe(true);
  });

  it("leaves what runs outside of it without one", () => {
    expect(requestSignal()).toBeNull();
  });
});
