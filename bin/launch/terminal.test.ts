import { expect, it } from "vitest";
import { duration, openTerminal } from "#bin/launch/terminal.ts";

function record(times: readonly number[] = []) {
  const left = [...times];
  let text = "";
  const output = {
    write(part: string) {
      text += part;
    },
  };
  return { terminal: openTerminal(output, () => left.shift() ?? 0), shown: () => text };
}

it("shows a step at once and its time when it is done", async () => {
  const { terminal, shown } = record([0, 21_000]);
  await terminal.step("Installing packages", async () => {
    expect(shown()).toBe("  Installing packages …");
  });
  expect(shown()).toBe("  Installing packages … 21 s\n");
});

it("keeps lines apart when something is said during a step", async () => {
  const { terminal, shown } = record([0, 400]);
  await terminal.step("Starting the web server", async () => terminal.say("The worker stopped."));
  expect(shown()).toBe(
    "  Starting the web server …\n  The worker stopped.\n  Starting the web server: 0.4 s\n",
  );
});

it("ends the line of a step that fails, and passes its error on", async () => {
  const { terminal, shown } = record();
  await expect(terminal.step("Building", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(shown()).toBe("  Building …\n");
});

it.each([
  [0, "0.0 s"],
  [340, "0.3 s"],
  [9949, "9.9 s"],
  [9950, "10 s"],
  [61_400, "61 s"],
])("says %d ms as %s", (ms, text) => {
  expect(duration(ms)).toBe(text);
});
