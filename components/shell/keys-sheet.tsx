"use client";

import { Kbd } from "#components/ui/kbd.tsx";
import { useTz } from "#components/ui/use-tz.ts";
import { withTz } from "#components/ui/with-tz.ts";
import styles from "./keys-help.module.css";

const KEYS: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ["/"], does: "go to the search box" },
  { keys: ["↑"], does: "in the search box: what was searched before" },
  { keys: ["s"], does: "how to write a search" },
  { keys: ["j", "k"], does: "next, previous event" },
  { keys: ["←", "→"], does: "through the values of an event" },
  { keys: ["Enter"], does: "open the event, the burst, or a value's menu" },
  { keys: ["o"], does: "go to the event's own page" },
  { keys: ["x"], does: "select the event; X: all from the last selected" },
  { keys: ["Esc"], does: "stop the search, close the panel, then clear the selection" },
  { keys: ["+", "−"], does: "filter by the value, exclude it; Alt-click excludes too" },
  { keys: ["f"], does: "go to the facets, then ↑ ↓ through them" },
  { keys: ["−", "o"], does: "exclude a facet's value, ask for only it" },
  { keys: ["t"], does: "choose the time" },
  { keys: ["c"], does: "choose the columns" },
  { keys: ["z"], does: "fold bursts of the same call, or not" },
  { keys: ["d"], does: "comfortable or compact rows" },
  { keys: ["e"], does: "export all of them" },
  { keys: ["n", "p"], does: "older, newer page" },
  { keys: ["?"], does: "this list" },
];

/** Every key and what it does. */
export function KeysSheet() {
  return (
    <>
      <dl className={styles["keys"]}>
        {KEYS.map(({ keys, does }) => (
          <div key={does} className={styles["row"]}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <p className={styles["more"]}>
        <a href={withTz("/docs/api", useTz())}>The HTTP API, for scripts</a>
      </p>
    </>
  );
}
