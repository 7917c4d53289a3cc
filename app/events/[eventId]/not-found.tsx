import { MissingEvent } from "#components/event/missing-event.tsx";

export default function EventNotFound() {
  return <MissingEvent />;
}
