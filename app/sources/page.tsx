import type { Metadata } from "next";
import { toSourceView } from "#app/to-source-view.ts";
import { FilePicker } from "#components/source/file-picker.tsx";
import { KeepFresh } from "#components/source/keep-fresh.tsx";
import styles from "#components/source/page.module.css";
import { SourceTable } from "#components/source/source-table.tsx";
import { isUnfinished } from "#components/source/source-view.ts";
import { StorageFacts } from "#components/source/storage-facts.tsx";
import { WorkerNote } from "#components/source/worker-note.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TzButtonLink } from "#components/ui/tz-button-link.tsx";
import { TzInput } from "#components/ui/tz-input.tsx";
import { database } from "#lib/db/database.ts";
import { readStorage } from "#lib/db/read-storage.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { countWorkers } from "#lib/db/worker-heartbeat.ts";
import { exploreSample } from "./actions.ts";

export const metadata: Metadata = { title: "Sources" };
export const dynamic = "force-dynamic";

/** Where logs come from: one row a source. */
export default async function SourcesPage() {
  const now = Date.now();
  const [listed, workers, storage] = await Promise.all([
    listSources(database()),
    countWorkers(database()),
    readStorage(database(), now),
  ]);
  const sources = listed.map((one) => toSourceView(one, now));
  const hasSample = sources.some(({ kind }) => kind === "sample");
  const isWaiting = workers === 0 || sources.some(({ job, upkeep }) => isUnfinished(job) || upkeep !== null);
  const adding = (
    <>
      <TzButtonLink href="/sources/new" look="main">
        Add a bucket
      </TzButtonLink>
      <FilePicker />
      {hasSample ? null : (
        <form action={exploreSample}>
          <TzInput />
          <Button type="submit">Load the sample trail</Button>
        </form>
      )}
    </>
  );
  return (
    <div className={styles["page"]}>
      <header className={styles["bar"]}>
        <h1 className={styles["title"]}>Sources</h1>
        {sources.length === 0 ? null : adding}
        <TzButtonLink href="/settings/names" look="quiet">
          Names
        </TzButtonLink>
      </header>
      {workers === 0 ? <WorkerNote /> : null}
      {sources.length === 0 ? (
        <EmptyState title="No source yet." actions={adding}>
          <p>
            A source is where logs come from: an S3 bucket, log files of this machine, or the sample trail.
          </p>
        </EmptyState>
      ) : (
        <>
          <SourceTable
            sources={sources}
            now={now}
            hasWorker={workers > 0}
            bytesPerEvent={storage.bytesPerEvent}
          />
          <StorageFacts storage={storage} />
        </>
      )}
      <KeepFresh everyMs={isWaiting ? 2000 : 30_000} />
    </div>
  );
}
