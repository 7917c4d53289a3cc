"use client";

import { useRouter } from "next/navigation";
import { viewHref } from "#components/event/view.ts";
import { QueryBox } from "#components/query/query-box.tsx";
import { Button } from "#components/ui/button.tsx";
import { asRoute } from "#components/ui/route.ts";
import { TzInput } from "#components/ui/tz-input.tsx";
import { useTz } from "#components/ui/use-tz.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import styles from "./ask-box.module.css";
import { FocusKey } from "./focus-key.tsx";

/** The search box of the start page, over all time. */
export function AskBox() {
  const router = useRouter();
  const tz = useTz();
  const hrefOf = (q: string) => viewHref({ ...DEFAULT_VIEW, q, tz });
  return (
    <search>
      <div className={styles["form"]}>
        <h1 className={styles["label"]}>
          <label htmlFor="ask">What happened?</label>
        </h1>
        <QueryBox
          q=""
          span={DEFAULT_VIEW}
          onRun={(q) => router.push(asRoute(hrefOf(q)))}
          hrefOf={hrefOf}
          inputId="ask"
          placeholder="event:StopInstances  resource:i-0abc…  -role:Scheduler"
          size="large"
          fields={<TzInput />}
        >
          <Button type="submit" look="main">
            Search
          </Button>
        </QueryBox>
        <FocusKey id="ask" />
      </div>
    </search>
  );
}
