import { afterEach, describe, expect, it, vi } from "vitest";
import { askServer, asNoAnswer, inOneLine, NoAnswer, sendToServer, whyNotCounted } from "./ask-server.ts";

const answer = (response: Response) => vi.stubGlobal("fetch", async () => response);
const refusal = (init: RequestInit = {}) => askServer("/api", init).catch((error: unknown) => error);

afterEach(() => void vi.unstubAllGlobals());

describe("asking a route", () => {
  it("gives what it answers, and null for an answer without a body", async () => {
    answer(Response.json({ count: 3 }));
    expect(await askServer("/api")).toEqual({ count: 3 });
    answer(new Response(null, { status: 204 }));
    expect(await askServer("/api")).toBeNull();
  });

  it("says why there is no answer, and what to do about it", async () => {
    const title = "The search took too long and was stopped.";
    answer(Response.json({ title, remedy: "Narrow the time range." }, { status: 504 }));
    const why = await refusal();
    expect(why).toBeInstanceOf(NoAnswer);
    expect(inOneLine(asNoAnswer(why))).toBe(`${title} Narrow the time range.`);
  });

  it("says of a count that was stopped only that, and of any other all there is to say", async () => {
    const said = { title: "The search was stopped.", remedy: "Narrow it." };
    answer(Response.json({ ...said, code: "query-timeout" }, { status: 504 }));
    expect(whyNotCounted(asNoAnswer(await refusal()))).toBe("Not counted: it took too long.");
    answer(Response.json({ ...said, code: "database-unreachable" }, { status: 503 }));
    expect(whyNotCounted(asNoAnswer(await refusal()))).toBe("The search was stopped. Narrow it.");
  });

  it("says the status of what is no problem answer", async () => {
    answer(new Response("<html>", { status: 502 }));
    expect(await refusal()).toMatchObject({ message: "The answer has status 502.", remedy: null });
  });

  it("says that nobody answers, or that the answer broke off", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await refusal()).toMatchObject({ message: "Waymark does not answer. Is it still running?" });
    answer(new Response('{"count":'));
    expect(await refusal()).toMatchObject({ message: "The answer broke off." });
  });

  it("says nothing to whoever called it off", async () => {
    const asking = new AbortController();
    asking.abort();
    vi.stubGlobal("fetch", () => Promise.reject(asking.signal.reason));
    expect(await refusal({ signal: asking.signal })).toBe(asking.signal.reason);
  });
});

describe("sending to a route", () => {
  it("tells what came of it", async () => {
    answer(Response.json({ id: 1 }));
    expect(await sendToServer("PUT", "/api", {})).toEqual({ kind: "done", answer: { id: 1 } });
    const problems = [{ parameter: "name", message: "A name has 100 characters at most." }];
    answer(Response.json({ title: "This cannot be saved.", problems }, { status: 400 }));
    expect(await sendToServer("PUT", "/api", {})).toMatchObject({
      kind: "refused",
      why: { message: "This cannot be saved.", remedy: null, problems },
    });
  });
});
