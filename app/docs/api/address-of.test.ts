import { describe, expect, it } from "vitest";
import { addressOf } from "./address-of.ts";

const of = (headers: Record<string, string>) => addressOf(new Headers(headers));

describe("where examples ask", () => {
  it("is where the page itself was asked for", () => {
    expect(of({ host: "localhost:24660" })).toBe("http://localhost:24660");
    expect(of({ host: "[::1]:3000" })).toBe("http://[::1]:3000");
    expect(of({ host: "127.0.0.1:3000", "x-forwarded-host": "logs.example.com" })).toBe(
      "http://logs.example.com",
    );
    expect(of({ host: "logs.example.com", "x-forwarded-proto": "https" })).toBe("https://logs.example.com");
  });

  it.each(["", "a b", "x;reboot", "$(reboot)", "x/y", "x'"])("is never made of %j", (host) => {
    expect(of({ host })).toBe("http://127.0.0.1:3000");
  });
});
