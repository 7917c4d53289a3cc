"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { asRoute } from "#components/ui/route.ts";
import { useTz } from "#components/ui/use-tz.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { type Sending, sendFiles } from "./send-files.ts";

/** Sends files and then goes where their loading is shown: to `thenHref`, or to the page of their source. */
export function useSending(thenHref: string | null): readonly [Sending, (files: readonly File[]) => void] {
  const router = useRouter();
  const tz = useTz();
  const [sending, setSending] = useState<Sending>({ kind: "idle" });
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const send = useCallback(
    async (files: readonly File[]) => {
      if (files.length === 0) return;
      controller.current?.abort();
      const own = new AbortController();
      controller.current = own;
      const show = (part: number) => setSending({ kind: "sending", files: files.length, part });
      show(0);
      const answer = await sendFiles(files, show, own.signal);
      if (answer.kind === "refused") return setSending(answer);
      const href = thenHref ?? `/sources/${answer.sourceId}`;
      // Whoever sent them should read what was left out before the page changes.
      if (answer.left.length > 0) setSending({ kind: "partly", left: answer.left, href });
      else router.push(asRoute(withTz(href, tz)));
    },
    [router, thenHref, tz],
  );
  return [sending, send];
}
