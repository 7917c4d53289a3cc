"use client";

import { viewHref } from "#components/event/view.ts";
import { QueryBox } from "#components/query/query-box.tsx";
import type { Problem } from "#lib/search/search.ts";
import type { View } from "#lib/search/view-url.ts";
import { QueryProblems } from "./query-problems.tsx";
import styles from "./search-bar.module.css";
import { useExplorer } from "./use-explorer.ts";

/**
 * The search box of the explorer. A form that works without JavaScript; the query in the address is the only one
 * there is.
 */
export function SearchBar({ problems }: { readonly problems: readonly Problem[] }) {
  const { view, go } = useExplorer();
  const hrefOf = (q: string) => viewHref({ ...view, q, cursor: null });
  const isWrong = problems.length > 0;
  return (
    <search className={styles["search"]}>
      <QueryBox
        q={view.q}
        span={view}
        onRun={(q) => go(hrefOf(q))}
        hrefOf={hrefOf}
        inputId="search"
        label="Search the events"
        placeholder="Search, as in  service:ec2 is:write -role:TerraformApply"
        problemsId={isWrong ? "query-problems" : undefined}
        fields={<HiddenState view={view} />}
      />
      {isWrong ? <QueryProblems id="query-problems" q={view.q} problems={problems} /> : null}
    </search>
  );
}

/** The rest of the view as form fields, for a browser without JavaScript. */
function HiddenState({ view }: { readonly view: View }) {
  const parameters = new URL(viewHref({ ...view, q: "", cursor: null, event: null }), "http://localhost")
    .searchParams;
  return [...parameters].map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />);
}
