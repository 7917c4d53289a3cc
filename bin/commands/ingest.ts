import { readIngestArguments } from "#bin/commands/ingest-arguments.ts";
import { reportIngest } from "#bin/commands/ingest-report.ts";
import { Interrupted } from "#bin/commands/interrupt.ts";
import { type PlannedSource, planSource } from "#bin/commands/plan-source.ts";
import { createProgressView } from "#bin/commands/progress.ts";
import { type EndedJob, runOrFollow } from "#bin/commands/run-or-follow.ts";
import { type Session, say } from "#bin/commands/session.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import type { Database } from "#lib/db/database.ts";
import { findOpenJob } from "#lib/db/jobs/list-jobs.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { type Source, SourceSettings } from "#lib/db/sources/source.ts";
import { missingGlobalEvents } from "#lib/ingest/lookup-input.ts";

/** `waymark ingest`: makes or changes the source, runs a job over it, and says what became of every object. */
export async function ingest(args: readonly string[], session: Session): Promise<number> {
  const request = readIngestArguments(args, session.now());
  const db = await session.database();
  const planned = await planSource(db, request);
  const { source, ended } = await sync(db, planned, session);
  if (ended.state === "left") {
    await say(session, "The run goes on; waymark status tells of it.");
    return interruptCode(session);
  }
  const code = await reportIngest(db, source, planned.full, ended, session);
  if (ended.state !== "cancelled") return code;
  await say(session, "Cancelled. What is loaded stays; the next run takes it up from there.");
  return session.interrupt.aborted ? interruptCode(session) : 1;
}

type Synced = { readonly source: Source; readonly ended: EndedJob };

async function sync(db: Database, planned: PlannedSource, session: Session): Promise<Synced> {
  const { wanted, known, full } = planned;
  const open = known === null ? null : await findOpenJob(db, known.id);
  if (known !== null && open !== null) {
    await say(session, `${escapeHidden(known.name)} is being loaded already; this follows that run.`);
    const ended = await watch(db, open.id, false, session);
    const isAnswer = isSame(known.settings, wanted.settings) && (open.full || !full);
    if (isAnswer || session.interrupt.aborted) return { source: known, ended };
    await say(session, "That run went by other settings; now by these.");
  }
  const source = await ensureSource(db, wanted);
  await sayBounds(planned, session);
  const job = await requestSync(db, { sourceId: source.id, trigger: "command", full });
  return { source, ended: await watch(db, job.id, true, session) };
}

async function watch(db: Database, jobId: string, isOurs: boolean, session: Session): Promise<EndedJob> {
  const view = createProgressView(session.err, session.now);
  try {
    return await runOrFollow(db, jobId, { isOurs, interrupt: session.interrupt, onProgress: view.show });
  } finally {
    view.end();
  }
}

/** A bound is the source's, and so holds for its later runs: nobody should have to find that out. */
async function sayBounds({ wanted }: PlannedSource, session: Session): Promise<void> {
  const { settings } = wanted;
  if (settings.kind === "lookup") {
    const missing = missingGlobalEvents(settings);
    if (missing !== null) await say(session, missing);
  }
  if (settings.kind !== "s3" && settings.kind !== "lookup") return;
  const { from, to } = settings;
  if (from === null && to === null) return;
  const since = from === null ? "" : ` from ${from}`;
  const until = to === null ? "" : ` to ${to}`;
  const what = settings.kind === "s3" ? "Objects delivered" : "Events";
  await say(session, `${what}${since}${until}, in this and later runs of the source.`);
}

function isSame(one: SourceSettings, other: SourceSettings): boolean {
  return JSON.stringify(SourceSettings.parse(one)) === JSON.stringify(SourceSettings.parse(other));
}

function interruptCode({ interrupt }: Session): number {
  return interrupt.reason instanceof Interrupted ? interrupt.reason.exitCode : 1;
}
