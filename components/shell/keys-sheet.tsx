"use client";

import { MarkSign } from "#components/event/mark.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { useTz } from "#components/ui/use-tz.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { SEVERITIES } from "#lib/event/event.ts";
import { SEVERITY_WORDS } from "#lib/event/severity-words.ts";
import styles from "./keys-help.module.css";

type Key = { readonly keys: readonly string[]; readonly does: string };

/** By where they are pressed: some do one thing in the list and another among the facets. */
const PLACES: readonly { readonly place: string; readonly keys: readonly Key[] }[] = [
  {
    place: "Anywhere",
    keys: [
      { keys: ["/"], does: "go to the search box; there ↑ brings what was searched before" },
      { keys: ["s"], does: "how to write a search" },
      { keys: ["t"], does: "choose the time" },
      { keys: ["c"], does: "choose the columns" },
      { keys: ["z"], does: "fold bursts of the same call, or not" },
      { keys: ["d"], does: "comfortable or compact rows" },
      { keys: ["e"], does: "export all of them" },
      { keys: ["n", "p"], does: "older, newer page" },
      { keys: ["Esc"], does: "stop the search, close the panel, then clear the selection" },
      { keys: ["?"], does: "this list" },
    ],
  },
  {
    place: "In the list",
    keys: [
      { keys: ["j", "k"], does: "next, previous event" },
      { keys: ["←", "→"], does: "through the values of an event" },
      { keys: ["Enter"], does: "open the event, the burst, or a value's menu" },
      { keys: ["o"], does: "go to the event's own page" },
      { keys: ["x"], does: "select the event; X: all from the last selected" },
      { keys: ["+", "−"], does: "filter by the value, exclude it; Alt-click excludes too" },
    ],
  },
  {
    place: "Among the facets",
    keys: [
      { keys: ["f"], does: "go there from anywhere, then ↑ ↓ through them" },
      { keys: ["−", "o"], does: "exclude a value, ask for only it" },
    ],
  },
];

/** Every key and what it does, and what the marks before the names of calls mean. */
export function KeysSheet() {
  return (
    <>
      {PLACES.map(({ place, keys }) => (
        <section key={place} className={styles["part"]} aria-label={place}>
          <h2>{place}</h2>
          <dl className={styles["keys"]}>
            {keys.map((key) => (
              <div key={key.does} className={styles["row"]}>
                <dt>
                  {key.keys.map((name) => (
                    <Kbd key={name}>{name}</Kbd>
                  ))}
                </dt>
                <dd>{key.does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <Marks />
      <p className={styles["more"]}>
        <a href={withTz("/docs/api", useTz())}>The HTTP API, for scripts</a>
      </p>
    </>
  );
}

function Marks() {
  return (
    <section className={styles["part"]} aria-label="Marks">
      <h2>Marks</h2>
      <dl className={styles["keys"]}>
        <div className={styles["row"]}>
          <dt>
            <MarkSign readOnly severities={[]} />
            <MarkSign readOnly={false} severities={[]} />
          </dt>
          <dd>a read, a write</dd>
        </div>
        {SEVERITIES.map((severity) => (
          <div key={severity} className={styles["row"]}>
            <dt>
              <MarkSign readOnly={severity === "sensitive-read"} severities={[severity]} />
            </dt>
            <dd>
              {SEVERITY_WORDS[severity].word}: {SEVERITY_WORDS[severity].about}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
