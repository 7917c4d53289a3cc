import { cutMiddle, nameOfArn } from "#components/ui/cut-middle.ts";
import { Text } from "#components/ui/text.tsx";
import type { Event } from "#lib/event/event.ts";
import { shortService } from "#lib/event/short-service.ts";
import styles from "./event-sentence.module.css";

/** What happened, in one sentence made of the event's own words. */
export function EventSentence({ event }: { readonly event: Event }) {
  const { actor } = event;
  const [first, ...rest] = event.resources;
  return (
    <p className={styles["sentence"]}>
      <Strong>{shortService(actor.name)}</Strong>
      {actor.role === null || actor.role === actor.name ? null : (
        <>
          , as role <Strong>{actor.role}</Strong>,
        </>
      )}
      {" called "}
      <Strong>{event.eventName}</Strong>
      {` of ${shortService(event.eventSource)}`}
      {first === undefined ? null : (
        <>
          {" on "}
          <Strong>{cutMiddle(nameOfArn(first.id), 48)}</Strong>
          {rest.length === 0 ? null : ` and ${rest.length} more`}
        </>
      )}
      {event.region === null ? null : (
        <>
          {" in "}
          <Strong>{event.region}</Strong>
        </>
      )}
      {event.sourceIp === null || event.sourceIp === actor.name ? null : (
        <>
          {" from "}
          <Strong>{shortService(event.sourceIp)}</Strong>
        </>
      )}
      {". "}
      <Ending event={event} />
    </p>
  );
}

function Ending({ event }: { readonly event: Event }) {
  if (event.outcome === "success") return "It succeeded.";
  return (
    <span className={styles[event.outcome]}>
      {event.outcome === "denied" ? "It was denied" : "It failed"}
      {event.errorCode === null ? null : (
        <>
          {": "}
          <Text>{event.errorCode}</Text>
        </>
      )}
      .
    </span>
  );
}

function Strong({ children }: { readonly children: string }) {
  return (
    <strong>
      <Text>{children}</Text>
    </strong>
  );
}
