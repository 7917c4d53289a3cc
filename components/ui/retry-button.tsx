"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "#components/ui/button.tsx";

/** Asks the server for the same page again. */
export function RetryButton() {
  const router = useRouter();
  const [busy, startTransition] = useTransition();
  return (
    <Button disabled={busy} onClick={() => startTransition(() => router.refresh())}>
      {busy ? "Trying" : "Try again"}
    </Button>
  );
}
