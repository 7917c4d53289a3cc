import { Writable } from "node:stream";
import { expect, it } from "vitest";
import { OutputClosed, openOutput } from "#bin/commands/output.ts";

function stream(properties: { readonly isTTY?: boolean; readonly columns?: number } = {}) {
  let written = "";
  const writable = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written += chunk.toString("utf8");
      done();
    },
  });
  return { stream: Object.assign(writable, properties), text: () => written };
}

it("passes on unchanged what goes to no terminal", async () => {
  const { stream: pipe, text } = stream();
  await openOutput(pipe, {}).write("a\u001b[31m\u202e\r\n");
  expect(text()).toBe("a\u001b[31m\u202e\r\n");
});

it("lets nothing act on a terminal, and keeps the lines", async () => {
  const { stream: terminal, text } = stream({ isTTY: true });
  await openOutput(terminal, {}).write("a\u001b[31m\u202e\n\tb\n");
  expect(text()).toBe("a\\u001b[31m\\u202e\n\tb\n");
});

it("redraws one line on a terminal, and what comes next stands in its place", async () => {
  const { stream: terminal, text } = stream({ isTTY: true });
  const output = openOutput(terminal, {});
  output.redraw("one");
  output.redraw("two\u0007");
  await output.write("done\n");
  expect(text()).toBe("one\r\u001b[Ktwo\\u0007\r\u001b[Kdone\n");
});

it.each([[{}, {}] as const, [{ isTTY: true }, { TERM: "dumb" }] as const])(
  "draws nothing on %j with %j",
  (how, env) => {
    const { stream: plain, text } = stream(how);
    openOutput(plain, env).redraw("one");
    expect(text()).toBe("");
  },
);

it("knows its width from the terminal, else from COLUMNS, else not", () => {
  expect(openOutput(stream({ isTTY: true, columns: 90 }).stream, { COLUMNS: "70" }).columns()).toBe(90);
  expect(openOutput(stream().stream, { COLUMNS: "70" }).columns()).toBe(70);
  expect(openOutput(stream().stream, { COLUMNS: "wide" }).columns()).toBeNull();
  expect(openOutput(stream().stream, {}).columns()).toBeNull();
});

it("says that the reader has gone, and goes on saying so", async () => {
  const broken = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" })),
  });
  const output = openOutput(broken, {});
  await expect(output.write("a")).rejects.toBeInstanceOf(OutputClosed);
  await expect(output.write("b")).rejects.toBeInstanceOf(OutputClosed);
});

it("passes on any other failure of writing", async () => {
  const full = new Writable({
    write: (_chunk, _encoding, done) => done(Object.assign(new Error("full"), { code: "ENOSPC" })),
  });
  await expect(openOutput(full, {}).write("a")).rejects.toThrow("full");
});
