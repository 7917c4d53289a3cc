import { Button } from "#components/ui/button.tsx";
import { plural } from "#components/ui/format-count.ts";
import { Note } from "#components/ui/note.tsx";
import { formatBytes } from "./format-figures.ts";
import type { JobView } from "./source-view.ts";

/** A job that removes something of the source now, how far it is, and the way to stop it. */
export function UpkeepNote(props: {
  readonly job: JobView;
  readonly hasWorker: boolean;
  readonly cancel: (form: FormData) => Promise<void>;
}) {
  const { job } = props;
  return (
    <Note
      kind="info"
      title={titleOf(job, props.hasWorker)}
      actions={
        <form action={props.cancel}>
          <input type="hidden" name="job" value={job.id} />
          <Button type="submit" disabled={job.cancelRequested}>
            {job.cancelRequested ? "Stopping" : "Stop removing"}
          </Button>
        </form>
      }
    >
      <p>
        {plural(job.removed.events, "event")} removed so far, {formatBytes(job.removed.bytes)} of disk freed.
        {job.kind === "removal" ? " Stopped, the source stays with the events that are left." : ""}
      </p>
    </Note>
  );
}

function titleOf(job: JobView, hasWorker: boolean): string {
  if (!hasWorker) return "Something is to be removed, and waits for the worker, which is not running";
  return job.kind === "removal" ? "This source is being removed" : "Old events are being removed";
}
