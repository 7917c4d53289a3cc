import { redirect } from "next/navigation";
import { readOne, type SearchParameters } from "#app/read-zone.ts";
import { cancelRun, exploreSample } from "#app/sources/actions.ts";
import { namedQuestionHref, readyQuestions, storyLinks } from "#app/start-links.ts";
import { JobProgressPanel } from "#components/source/job-progress.tsx";
import { KeepFresh } from "#components/source/keep-fresh.tsx";
import { isUnfinished } from "#components/source/source-view.ts";
import { WorkerNote } from "#components/source/worker-note.tsx";
import { AskBox } from "#components/start/ask-box.tsx";
import { Doors } from "#components/start/doors.tsx";
import { Questions } from "#components/start/questions.tsx";
import { SourceHealth } from "#components/start/source-health.tsx";
import styles from "#components/start/start.module.css";
import { Stories } from "#components/start/stories.tsx";
import { WeekStrip } from "#components/start/week-strip.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { asRoute } from "#components/ui/route.ts";
import { AgoTime } from "#components/ui/time.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import { withTz } from "#components/ui/with-tz.ts";
import { ViewList } from "#components/views/view-list.tsx";
import { readStart, type Start } from "./read-start.ts";

/** The address of this page while something loads, and what follows. */
const THEN_EVENTS = "/?then=events";

/** What matters now: with nothing loaded three ways in, else what one asks first and how the sources are. */
export default async function StartPage({
  searchParams,
}: {
  readonly searchParams: Promise<SearchParameters>;
}) {
  const parameters = await searchParams;
  const asked = namedQuestionHref(readOne(parameters["resource"]), readOne(parameters["key"]));
  if (asked !== null) redirect(asRoute(withTz(asked, readOne(parameters["tz"]) ?? "utc")));
  const start = await readStart(Date.now());
  const thenHref = readOne(parameters["then"]) === "events" ? "/events" : null;
  const isWaiting = !start.hasWorker || start.sources.some(({ job }) => isUnfinished(job));
  return (
    <div className={styles["page"]}>
      {start.totalEvents === 0 ? <Welcome start={start} /> : <Ask start={start} />}
      {start.hasWorker ? null : <WorkerNote />}
      <Loading start={start} thenHref={thenHref} />
      {start.totalEvents === 0 ? (
        <Doors explore={exploreSample} thenHref={THEN_EVENTS} />
      ) : (
        <Loaded start={start} />
      )}
      <KeepFresh everyMs={isWaiting ? 3000 : 30_000} />
    </div>
  );
}

function Welcome({ start }: { readonly start: Start }) {
  return (
    <header className={styles["lead"]}>
      <h1>Who did what, to what, from where, in your AWS accounts.</h1>
      <p>
        {start.sources.length === 0
          ? "Waymark reads CloudTrail logs and makes every value in them searchable. Nothing is loaded yet: choose where the logs come from."
          : "No event is loaded yet. The sources below say what they are doing."}
      </p>
    </header>
  );
}

function Ask({ start }: { readonly start: Start }) {
  const { newestEvent, now } = start;
  return (
    <div className={styles["ask"]}>
      <AskBox />
      <p className={styles["state"]}>
        {formatCount(start.totalEvents)} events of {formatCount(start.accounts)} accounts
        {newestEvent === null ? "." : ", the newest "}
        {newestEvent === null ? null : <AgoTime at={newestEvent} now={now} />}
        {newestEvent === null ? null : "."}
      </p>
    </div>
  );
}

/** Whatever is loading now; the first of them opens the events when it ends, if that was asked. */
function Loading({ start, thenHref }: { readonly start: Start; readonly thenHref: string | null }) {
  const running = start.sources.filter(({ job }) => isUnfinished(job));
  return running.map(({ id, name, job }, index) =>
    job === null ? null : (
      <section key={id} className={styles["section"]} aria-label={`Loading ${name}`}>
        <h2>{name}</h2>
        <JobProgressPanel
          job={job}
          whole={start.wholes.get(id) ?? null}
          hasWorker={start.hasWorker}
          cancel={cancelRun}
          thenHref={index === 0 ? thenHref : null}
        />
      </section>
    ),
  );
}

function Loaded({ start }: { readonly start: Start }) {
  return (
    <>
      <section className={styles["section"]} aria-labelledby="questions">
        <h2 id="questions">Ask</h2>
        <Questions ready={readyQuestions(start.newestEvent, start.now)} />
      </section>
      {start.week.length === 0 ? null : (
        <section className={styles["section"]} aria-labelledby="week">
          <h2 id="week">The last week of events, by the hour in UTC</h2>
          <WeekStrip days={start.week} />
        </section>
      )}
      {start.views.length === 0 ? null : (
        <section className={styles["section"]} aria-labelledby="views">
          <h2 id="views">
            <TzLink href="/views">Saved views</TzLink>
          </h2>
          <ViewList views={start.views} />
        </section>
      )}
      {start.sampleEnd === null ? null : (
        <section className={styles["section"]} aria-labelledby="stories">
          <h2 id="stories">Find in the sample trail</h2>
          <Stories stories={storyLinks(start.sampleEnd)} />
        </section>
      )}
      <section className={styles["section"]} aria-labelledby="sources">
        <h2 id="sources">Sources</h2>
        <SourceHealth sources={start.sources} now={start.now} hasWorker={start.hasWorker} />
      </section>
    </>
  );
}
