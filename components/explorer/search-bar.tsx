"use client";

import { useEffect, useRef, useState } from "react";
import { viewHref } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { Problem } from "#lib/search/search.ts";
import type { View } from "#lib/search/view-url.ts";
import { QueryProblems } from "./query-problems.tsx";
import styles from "./search-bar.module.css";
import { useExplorer } from "./use-explorer.ts";

/**
 * The search box. A form that works without JavaScript; the query in the address is the only one there is, what
 * stands in the box beyond it is a draft until Enter.
 */
export function SearchBar({ problems }: { readonly problems: readonly Problem[] }) {
  const { view, go } = useExplorer();
  const [draft, setDraft] = useState(view.q);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // An answer that arrives while somebody types must not take the words away.
    if (document.activeElement !== input.current) setDraft(view.q);
  }, [view.q]);
  const submit = (q: string) => go(viewHref({ ...view, q: q.trim(), cursor: null }));
  const isWrong = problems.length > 0 && draft === view.q;
  return (
    <search className={styles["search"]}>
      <form
        action="/events"
        className={styles["form"]}
        onSubmit={(event) => {
          event.preventDefault();
          submit(draft);
          // The keys of the list work again without another key press.
          if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
        }}
      >
        <label className={styles["box"]}>
          <Icon name="search" />
          <VisuallyHidden>Search the events</VisuallyHidden>
          <input
            ref={input}
            className={styles["input"]}
            name="q"
            type="text"
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") event.currentTarget.blur();
            }}
            placeholder="Search, as in  service:ec2 is:write -role:TerraformApply"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="search"
            data-key="/"
            // The label holds the button that clears it too, which is no part of its name.
            aria-label="Search the events"
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? "query-problems" : undefined}
          />
          {draft === "" ? (
            <span className={styles["key"]} aria-hidden="true">
              <Kbd>/</Kbd>
            </span>
          ) : (
            <Button
              look="quiet"
              square
              aria-label="Clear the search"
              className={styles["clear"]}
              onClick={() => (view.q === "" ? setDraft("") : submit(""))}
            >
              <Icon name="close" size={14} />
            </Button>
          )}
        </label>
        <HiddenState view={view} />
      </form>
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
