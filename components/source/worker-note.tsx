import { Note } from "#components/ui/note.tsx";

/** Said wherever somebody may wait for a run: nobody is there to do it. */
export function WorkerNote() {
  return (
    <Note kind="warning" title="The worker is not running, so nothing is loaded now.">
      What is asked for waits and is not lost. npm start runs the worker beside the pages and starts it again
      when it stops; its log says why it stopped.
    </Note>
  );
}
