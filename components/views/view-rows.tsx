"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { CopyButton } from "#components/ui/copyable.tsx";
import { Text } from "#components/ui/text.tsx";
import { AgoTime } from "#components/ui/time.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import type { SavedView } from "#lib/search/saved-view.ts";
import { describeQuery } from "./describe-query.ts";
import { changeView, deleteView } from "./send-view.ts";
import { ViewForm } from "./view-form.tsx";
import styles from "./view-rows.module.css";

type Doing = { readonly id: string; readonly what: "changing" | "deleting" } | null;

/** Every saved view: opens, copies its link, changes what is said of it, deletes it. */
export function ViewRows({ views, now }: { readonly views: readonly SavedView[]; readonly now: number }) {
  const [doing, setDoing] = useState<Doing>(null);
  return (
    <ul className={styles["views"]}>
      {views.map((view) => (
        <li key={view.id} className={styles["view"]}>
          <ViewRow
            view={view}
            now={now}
            doing={doing?.id === view.id ? doing.what : null}
            setDoing={setDoing}
          />
        </li>
      ))}
    </ul>
  );
}

function ViewRow(props: {
  readonly view: SavedView;
  readonly now: number;
  readonly doing: "changing" | "deleting" | null;
  readonly setDoing: (doing: Doing) => void;
}) {
  const { view, now, doing, setDoing } = props;
  const router = useRouter();
  const done = () => {
    setDoing(null);
    router.refresh();
  };
  if (doing === "changing") {
    return (
      <ViewForm initial={view} action="Save" send={(text) => changeView(view.id, text)} onDone={done}>
        <Button onClick={() => setDoing(null)}>Cancel</Button>
      </ViewForm>
    );
  }
  return (
    <>
      <div className={styles["facts"]}>
        <h2 className={styles["name"]}>
          <TzLink href={`/s/${view.token}`} prefetch={false}>
            <Text>{view.name}</Text>
          </TzLink>
        </h2>
        {view.description === "" ? null : (
          <p>
            <Text>{view.description}</Text>
          </p>
        )}
        <p className={styles["query"]}>
          <code>
            <Text>{describeQuery(view.query)}</Text>
          </code>
        </p>
        {view.ownerNote === "" ? null : (
          <p className={styles["note"]}>
            <Text>{view.ownerNote}</Text>
          </p>
        )}
        <SavedWhen view={view} now={now} />
      </div>
      <div className={styles["actions"]}>
        {doing === "deleting" ? (
          <ConfirmDelete view={view} onDone={done} onCancel={() => setDoing(null)} />
        ) : (
          <>
            <CopyButton text={() => new URL(`/s/${view.token}`, window.location.href).href}>
              Copy link
            </CopyButton>
            <Button look="quiet" onClick={() => setDoing({ id: view.id, what: "changing" })}>
              Change
            </Button>
            <Button look="quiet" onClick={() => setDoing({ id: view.id, what: "deleting" })}>
              Delete
            </Button>
          </>
        )}
      </div>
    </>
  );
}

/** The two are noted by two clocks, the database's and the server's. */
const SAME_MOMENT_MS = 5_000;

function SavedWhen({ view, now }: { readonly view: SavedView; readonly now: number }) {
  const saved = Date.parse(view.createdAt);
  const changed = Date.parse(view.updatedAt);
  return (
    <p className={styles["when"]}>
      Saved <AgoTime at={saved} now={now} />
      {changed - saved < SAME_MOMENT_MS ? null : (
        <>
          , changed <AgoTime at={changed} now={now} />
        </>
      )}
    </p>
  );
}

function ConfirmDelete(props: {
  readonly view: SavedView;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const remove = async () => {
    const sent = await deleteView(props.view.id);
    if (sent.kind === "done") props.onDone();
    else setRefused(sent.message);
  };
  return (
    <>
      <span role="status">{refused ?? "Links to it will lead nowhere."}</span>
      <Button look="main" onClick={remove}>
        Delete it
      </Button>
      <Button onClick={props.onCancel}>Keep it</Button>
    </>
  );
}
