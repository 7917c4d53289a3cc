"use client";

import { useState } from "react";
import { viewHref } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { useCopy } from "#components/ui/copyable.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { withTz } from "#components/ui/with-tz.ts";
import { createView } from "#components/views/send-view.ts";
import { ViewForm } from "#components/views/view-form.tsx";
import { isoSecond } from "#lib/base/iso-time.ts";
import type { SavedView } from "#lib/search/saved-view.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";
import { formatView } from "#lib/search/view-url.ts";
import { describeSpan } from "./describe-span.ts";
import styles from "./share-button.module.css";
import { useExplorer } from "./use-explorer.ts";

/** The links to this view, and the form that keeps it. */
export function ShareSheet() {
  return (
    <>
      <Links />
      <Save />
    </>
  );
}

function Links() {
  const { view, zone } = useExplorer();
  // "Now" is when the sheet was opened, for both ends of the time.
  const [now] = useState(() => Date.now());
  // "local" would mean another zone to whoever opens the link.
  const tz = zone === "UTC" ? "utc" : zone;
  const isRelative = view.to === null || view.to.startsWith("now") || view.from?.startsWith("now") === true;
  const { range } = parseTimeRange(view.from, view.to, now);
  const from = range.from === null ? null : isoSecond(range.from);
  const to = isoSecond(range.to ?? now);
  const frozen = describeSpan(from, to, zone);
  if (!isRelative) return <LinkButton label="Copy link" about={frozen} href={viewHref({ ...view, tz })} />;
  const span = describeSpan(view.from, view.to, zone);
  return (
    <>
      <p className={styles["heading"]}>Copy a link</p>
      <LinkButton
        label="Always the latest"
        about={`${span}, counted anew whenever the link is opened`}
        href={viewHref({ ...view, cursor: null, tz })}
      />
      <LinkButton
        label="As of now"
        about={`${frozen}, the same for everybody`}
        href={viewHref({ ...view, from, to, tz })}
      />
    </>
  );
}

const SAID = { copied: "Link copied", refused: "The browser refused; copy the address instead" } as const;

function LinkButton(props: { readonly label: string; readonly about: string; readonly href: string }) {
  const [state, copy] = useCopy();
  return (
    <button
      type="button"
      className={styles["link"]}
      onClick={() => copy(new URL(props.href, window.location.href).href)}
    >
      <Icon name={state === "copied" ? "check" : "copy"} size={14} />
      <span className={styles["label"]} aria-live="polite">
        {state === "idle" ? props.label : SAID[state]}
      </span>
      <span className={styles["about"]}>{props.about}</span>
    </button>
  );
}

function Save() {
  const { view } = useExplorer();
  const [saved, setSaved] = useState<SavedView | null>(null);
  const [isNaming, setIsNaming] = useState(false);
  const query = formatView({ ...view, cursor: null, event: null });
  if (saved !== null && saved.query === query) {
    return (
      <div className={styles["save"]} role="status">
        <p>
          Saved. It stands under <a href={withTz("/views", view.tz)}>Views</a> and on the start page.
        </p>
        <LinkButton label="Copy short link" about={`/s/${saved.token}`} href={`/s/${saved.token}`} />
      </div>
    );
  }
  return (
    <div className={styles["save"]}>
      {isNaming ? (
        <ViewForm
          initial={{ name: "", description: "", ownerNote: "" }}
          action="Save view"
          send={(text) => createView({ ...text, query })}
          onDone={setSaved}
        >
          <Button onClick={() => setIsNaming(false)}>Cancel</Button>
        </ViewForm>
      ) : (
        <Button onClick={() => setIsNaming(true)}>
          <Icon name="plus" size={14} />
          Save this view
        </Button>
      )}
    </div>
  );
}
