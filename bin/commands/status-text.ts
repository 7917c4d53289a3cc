import { counted, number } from "#bin/commands/progress-line.ts";
import type { Status } from "#bin/commands/read-status.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import { textWidth } from "#lib/base/text-width.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import type { Storage } from "#lib/db/read-storage.ts";
import type { ListedSource } from "#lib/db/sources/list-sources.ts";

/** The state of Waymark for a person. `now`: milliseconds since 1970 UTC. */
export function statusText(status: Status, now: number): string {
  const names = new Map(status.sources.map(({ source }) => [source.id, source.name]));
  const sources = status.sources.flatMap((listed) => sourceLines(listed, now));
  const jobs = table(status.jobs.map((job) => jobCells(job, names.get(job.sourceId) ?? "", now)));
  const lines = [
    ...table(headCells(status)),
    "",
    "Sources",
    ...(sources.length > 0 ? sources : ["  none: waymark ingest s3://bucket/prefix"]),
    ...(jobs.length > 0 ? ["", "Last runs", ...jobs.map((line) => `  ${line}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function headCells({ version, storage, workers, coverage, lagSeconds }: Status): string[][] {
  const { totalEvents, accounts, regions, oldestEventTime, newestEventTime } = coverage;
  const span = `${number(totalEvents)} in ${counted(accounts, "account")} and ${counted(regions, "region")}`;
  const isEmpty = oldestEventTime === null || newestEventTime === null;
  return [
    ["Waymark", version],
    ["Worker", workers > 0 ? `${number(workers)} running` : "none running: sources are synced by npm start"],
    ["Database", sizeText(storage)],
    ...growthText(storage).map((text) => ["", text]),
    ["Events", isEmpty ? "none" : `${span}, ${time(oldestEventTime)} to ${time(newestEventTime)}`],
    ["Lag", lagSeconds === null ? "no event is loaded" : `the newest event is ${ageWords(lagSeconds)} old`],
  ];
}

function sizeText({ total, parts, bytesPerEvent }: Storage): string {
  const each = bytesPerEvent === null ? "" : `; ${number(Math.round(bytesPerEvent))} bytes an event`;
  const { events, index, raw, dictionary, other } = parts;
  return (
    `${bytes(total)}: events ${bytes(events)}, indexes ${bytes(index)}, records ${bytes(raw)}, ` +
    `dictionary ${bytes(dictionary)}, the rest ${bytes(other)}${each}`
  );
}

function growthText({ growthPerDay, free, fullAt }: Storage): string[] {
  const growth = growthPerDay === null ? [] : [`grows by ${bytes(Math.round(growthPerDay))} a day`];
  const room = free === null ? [] : [`${bytes(free)} of disk free`];
  const end = fullAt === null ? [] : [`full about ${new Date(fullAt).toISOString().slice(0, 10)}`];
  const said = [...growth, ...room, ...end];
  return said.length === 0 ? [] : [said.join(", ")];
}

function sourceLines({ source, figures, nextSyncAt }: ListedSource, now: number): string[] {
  const { objectsLoaded, objectsSkipped, objectsFailed, events, firstDay, lastDay, lastObjectAt } = figures;
  const days = firstDay === null || lastDay === null ? "" : `, delivered ${firstDay} to ${lastDay}`;
  const newest =
    lastObjectAt === null
      ? ""
      : `; the newest object is ${ageWords((now - lastObjectAt.getTime()) / 1000)} old`;
  const every = source.syncEveryMinutes;
  return [
    `  ${escapeHidden(source.name)}`,
    `    ${counted(objectsLoaded, "object")} loaded, ${number(objectsSkipped)} skipped, ${number(objectsFailed)} failed; ` +
      `${counted(events, "event")}${days}${newest}`,
    every === null
      ? "    synced when asked"
      : `    synced every ${counted(every, "minute")}${nextSyncAt === null ? "" : `, next at ${time(nextSyncAt.toISOString())}`}`,
    ...(source.keepDays === null ? [] : [`    its events are kept for ${counted(source.keepDays, "day")}`]),
    ...(source.isRemoved ? ["    being removed"] : []),
  ];
}

function jobCells(job: Job, name: string, now: number): string[] {
  const { objectsSeen, objectsLoaded, objectsFailed, events } = job.progress;
  const since = job.finishedAt ?? job.startedAt ?? job.createdAt;
  const when = `${job.finishedAt === null ? "for" : "ended"} ${ageWords((now - since.getTime()) / 1000)}`;
  return [
    job.state,
    job.finishedAt === null ? when : `${when} ago`,
    escapeHidden(name),
    job.kind !== "sync"
      ? `${counted(job.removed.events, "event")} removed, ${bytes(job.removed.bytes)} of disk freed`
      : `${counted(objectsSeen, "object")}, ${number(objectsLoaded)} loaded, ${number(objectsFailed)} failed, ${counted(events, "event")}`,
    job.error === null ? "" : escapeHidden(job.error.message),
  ];
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => textWidth(row[column] ?? ""))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell + " ".repeat((widths[column] ?? 0) - textWidth(cell)))
      .join("  ")
      .trimEnd(),
  );
}

/** `2026-11-12T14:31:07.000Z` as `2026-11-12 14:31:07 UTC`. */
function time(iso: string): string {
  return `${iso.slice(0, 19).replace("T", " ")} UTC`;
}

/** Seconds as a person says them: `40 s`, `4 min`, `3 h`, `12 days`. */
function ageWords(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 90) return `${whole} s`;
  if (whole < 90 * 60) return `${Math.round(whole / 60)} min`;
  if (whole < 48 * 3600) return `${Math.round(whole / 3600)} h`;
  return `${number(whole / 86_400)} days`;
}

/** `1234567` as `1.2 MB`. */
export function bytes(count: number): string {
  const units = ["bytes", "kB", "MB", "GB", "TB"];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 ? value : value.toFixed(value < 10 ? 1 : 0)} ${units[unit]}`;
}
