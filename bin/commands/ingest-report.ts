import { counted, number } from "#bin/commands/progress-line.ts";
import type { EndedJob } from "#bin/commands/run-or-follow.ts";
import { type Session, say } from "#bin/commands/session.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import type { Database } from "#lib/db/database.ts";
import type { JobProgress } from "#lib/db/jobs/job.ts";
import { listUnloaded } from "#lib/db/ledger/list-unloaded.ts";
import { summarizeRefused } from "#lib/db/ledger/summarize-refused.ts";
import { summarizeUnloaded } from "#lib/db/ledger/summarize-unloaded.ts";
import type { Source } from "#lib/db/sources/source.ts";

/** Remedies repeat; each is said once, and of those that differ by a name the first so many. */
const MOST_REMEDIES = 20;
const PAGE = 500;

/** What became of every object that a run met; the four add up to the objects. */
function sumLines(progress: JobProgress): string {
  const { objectsSeen, objectsLoaded, objectsAlready, objectsSkipped, objectsFailed } = progress;
  const { records, events, duplicates, refused } = progress;
  const objects =
    `${counted(objectsSeen, "object")}: ${number(objectsLoaded)} loaded, ${number(objectsAlready)} there already, ` +
    `${number(objectsSkipped)} skipped, ${number(objectsFailed)} failed\n`;
  if (records === 0) return objects;
  return (
    `${objects}${counted(records, "record")}: ${number(events)} new events, ${number(duplicates)} loaded before, ` +
    `${number(refused)} refused\n`
  );
}

/** Says how an ingest ended: the sum to `out`, the rest to `err`. Gives the exit code. */
export async function reportIngest(
  db: Database,
  source: Source,
  full: boolean,
  ended: EndedJob,
  session: Session,
): Promise<number> {
  await session.out.write(sumLines(ended.progress));
  await saySkipped(db, source, ended, session);
  await sayRefused(db, source, ended, session);
  const failed = await sayFailed(db, source, ended, session);
  if (ended.error !== null) {
    await say(session, ended.error.message);
    if (ended.error.remedy !== null) await say(session, ended.error.remedy);
  }
  if (ended.state === "done" && ended.progress.objectsSeen === 0) {
    await say(session, `Nothing was found in ${escapeHidden(source.name)}.`);
  }
  const isComplete = ended.state === "done" && failed === 0 && ended.progress.objectsFailed === 0;
  const { kind } = source.settings;
  const goesOn = kind === "s3" || kind === "lookup";
  const standing = full || !goesOn ? 0 : (await failures(db, source.id, null)) - failed;
  if (standing > 0) {
    await say(
      session,
      `${counted(standing, "object")} of earlier runs could not be loaded; --full tries again.`,
    );
  }
  return isComplete && standing === 0 ? 0 : 1;
}

/** Digests and the like are meant to be passed by: a line for each reason will do. */
async function saySkipped(
  db: Database,
  source: Source,
  { jobId }: EndedJob,
  session: Session,
): Promise<void> {
  for (const { state, reason, objects, example } of await summarizeUnloaded(db, source.id, jobId)) {
    if (state !== "skipped") continue;
    const which = objects === 1 ? example : `${number(objects)}, such as ${example}`;
    await say(session, `Skipped: ${escapeHidden(which)}: ${escapeHidden(reason)}.`);
  }
}

/** Why records are no events: a line for each reason; the source's page lists them all. */
async function sayRefused(
  db: Database,
  source: Source,
  { jobId, progress }: EndedJob,
  session: Session,
): Promise<void> {
  if (progress.refused === 0) return;
  for (const { records, message, key, ordinal } of await summarizeRefused(db, source.id, jobId)) {
    const example = `record ${number(ordinal + 1)} of ${key}`;
    const which = records === 1 ? example : `${number(records)} records, such as ${example}`;
    await say(session, `Refused: ${escapeHidden(`${which}: ${message}`)}`);
  }
}

/** Lists what this run could not load, and what to do about it. Gives the number of lines. */
async function sayFailed(
  db: Database,
  source: Source,
  { jobId, progress }: EndedJob,
  session: Session,
): Promise<number> {
  const remedies = new Set<string>();
  let listed = 0;
  let after = "";
  for (;;) {
    const query = { sourceId: source.id, state: "failed", jobId, after, limit: PAGE } as const;
    const page = await listUnloaded(db, query);
    for (const { key, reason, remedy } of page) {
      if (listed === 0) await say(session, `Not loaded, ${counted(progress.objectsFailed, "object")}:`);
      listed += 1;
      await say(session, `  ${escapeHidden(reason.includes(key) ? reason : `${key}: ${reason}`)}`);
      if (remedy !== null && remedies.size < MOST_REMEDIES) remedies.add(remedy);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.key;
  }
  if (remedies.size > 0) await say(session, "What to do:");
  for (const remedy of remedies) await say(session, `  ${remedy.replaceAll("\n", "\n  ")}`);
  return listed;
}

async function failures(db: Database, sourceId: string, jobId: string | null): Promise<number> {
  const groups = await summarizeUnloaded(db, sourceId, jobId);
  return groups.reduce((sum, { state, objects }) => sum + (state === "failed" ? objects : 0), 0);
}
