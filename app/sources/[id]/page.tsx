import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { readShownNames } from "#app/read-shown-names.ts";
import { readOne, readPageZone, type SearchParameters } from "#app/read-zone.ts";
import { cancelRun, syncSource } from "#app/sources/actions.ts";
import { JobHistory } from "#components/source/job-history.tsx";
import { JobProgressPanel } from "#components/source/job-progress.tsx";
import { KeepFresh } from "#components/source/keep-fresh.tsx";
import { LastRun } from "#components/source/last-run.tsx";
import { NamesOffer } from "#components/source/names-offer.tsx";
import styles from "#components/source/page.module.css";
import { SourceHead } from "#components/source/source-head.tsx";
import { isUnfinished } from "#components/source/source-view.ts";
import { UpkeepNote } from "#components/source/upkeep-note.tsx";
import { WorkerNote } from "#components/source/worker-note.tsx";
import { database } from "#lib/db/database.ts";
import { findSource } from "#lib/db/sources/find-source.ts";
import { changeHref, originHref } from "./addresses.ts";
import { CoverageSection } from "./coverage-section.tsx";
import { offersNames } from "./offers-names.ts";
import { readSourcePage, readSourceQuery } from "./read-source-page.ts";
import { SettingsSection } from "./settings-section.tsx";
import { RefusedSection, UnloadedSection } from "./unloaded-section.tsx";

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<SearchParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const id = z.uuid().safeParse((await params).id);
  const source = id.success ? await findSource(database(), id.data) : null;
  return { title: source?.name ?? "Source" };
}

/** One source: what it is doing, what became of every object, what is covered, and its settings. */
export default async function SourcePage({ params, searchParams }: Props) {
  const id = z.uuid().safeParse((await params).id);
  const parameters = await searchParams;
  const now = Date.now();
  const query = readSourceQuery(parameters);
  const zone = await readPageZone(parameters);
  const page = id.success ? await readSourcePage(database(), id.data, query, now) : null;
  if (page === null) notFound();
  const { source, jobs, hasWorker } = page;
  const { job, upkeep } = source;
  const ended = jobs.filter((one) => !isUnfinished(one));
  return (
    <div className={styles["page"]}>
      <SourceHead
        source={source}
        now={now}
        hasWorker={hasWorker}
        eventsHref={originHref(source.name)}
        sync={syncSource}
      />
      {hasWorker ? null : <WorkerNote />}
      {upkeep === null ? null : <UpkeepNote job={upkeep} hasWorker={hasWorker} cancel={cancelRun} />}
      {job !== null && isUnfinished(job) ? (
        <JobProgressPanel
          job={job}
          whole={page.whole}
          hasWorker={hasWorker}
          cancel={cancelRun}
          thenHref={readOne(parameters["then"]) === "events" ? "/events" : null}
        />
      ) : null}
      {job !== null && !isUnfinished(job) ? (
        <LastRun job={job} now={now} changeHref={changeHref(source)} />
      ) : null}
      {offersNames(page, await readShownNames(now)) ? (
        <NamesOffer sourceId={source.id} accounts={source.accounts} />
      ) : null}
      <UnloadedSection page={page} query={query} />
      <CoverageSection page={page} query={query} tz={readOne(parameters["tz"]) ?? "utc"} />
      <RefusedSection page={page} query={query} />
      <SettingsSection page={page} now={now} hasProblem={readOne(parameters["problem"]) === "loading"} />
      {ended.length === 0 ? null : (
        <section className={styles["section"]} aria-labelledby="runs">
          <h2 id="runs">Runs</h2>
          <JobHistory jobs={ended} zone={zone} />
        </section>
      )}
      <KeepFresh everyMs={isUnfinished(job) || upkeep !== null ? 5000 : 30_000} />
    </div>
  );
}
