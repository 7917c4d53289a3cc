import { describe, expect, it } from "vitest";
import { isBehind, type Position } from "./time-order.ts";

const at = (time: number, uuid: string, account: number): Position => ({ time, uuid, account });
const ORDER = [at(1, "ff", 9), at(2, "0a", 9), at(2, "a0", 1), at(2, "a0", 2)];

describe.each(["newest-first", "oldest-first"] as const)("%s", (direction) => {
  const inOrder = direction === "oldest-first" ? ORDER : ORDER.toReversed();
  it("goes by time, then id, then account, and nothing stands behind itself", () => {
    for (const [index, one] of inOrder.entries()) {
      for (const [place, other] of inOrder.entries()) {
        expect(isBehind(one, other, direction)).toBe(index > place);
      }
    }
  });
});
