"use client";

import { useSearchParams } from "next/navigation";

/** The zone that the reader chose, as the address says it; see withTz. */
export function useTz(): string {
  return useSearchParams().get("tz") ?? "utc";
}
