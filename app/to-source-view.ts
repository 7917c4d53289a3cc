import type { JobView, SourceView } from "#components/source/source-view.ts";
import { isoDay } from "#lib/base/iso-time.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import { keptFrom } from "#lib/db/retention/kept-from.ts";
import type { ListedSource } from "#lib/db/sources/list-sources.ts";

/** A job with its times as text. */
export function toJobView({ claims: _claims, tries: _tries, ...job }: Job): JobView {
  return {
    ...job,
    createdAt: job.createdAt.toISOString(),
    startedAt: job.startedAt?.toISOString() ?? null,
    finishedAt: job.finishedAt?.toISOString() ?? null,
  };
}

/** A source with its figures. `now`: milliseconds since 1970, for the lag. */
export function toSourceView(
  { source, figures, nextSyncAt, job, upkeep }: ListedSource,
  now: number,
): SourceView {
  const { lastObjectAt, ...numbers } = figures;
  const { settings } = source;
  const from = keptFrom(source.keepDays, now);
  const isOpenEnded = (settings.kind === "s3" || settings.kind === "lookup") && settings.to === null;
  return {
    id: source.id,
    name: source.name,
    kind: settings.kind,
    syncEveryMinutes: source.syncEveryMinutes,
    nextSyncAt: nextSyncAt?.toISOString() ?? null,
    createdAt: source.createdAt.toISOString(),
    keepDays: source.keepDays,
    keptFrom: from === null ? null : isoDay(from),
    fullCheckEveryDays: source.fullCheckEveryDays,
    isRemoved: source.isRemoved,
    ...numbers,
    lastObjectAt: lastObjectAt?.toISOString() ?? null,
    lagSeconds:
      isOpenEnded && lastObjectAt !== null
        ? Math.max(0, Math.floor((now - lastObjectAt.getTime()) / 1000))
        : null,
    job: job === null ? null : toJobView(job),
    upkeep: upkeep === null ? null : toJobView(upkeep),
  };
}
