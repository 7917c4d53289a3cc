import { writeBackground } from "#lib/sample/actors/write-background.ts";
import { dayFolder, SLOT, slotOf } from "#lib/sample/calendar.ts";
import type { Place } from "#lib/sample/organization.ts";
import type { Planned } from "#lib/sample/planner.ts";
import { hashText, randomOf, shuffle } from "#lib/sample/random.ts";
import { writeRecord } from "#lib/sample/records/record.ts";
import {
  accountPrefix,
  logKey,
  publishTime,
  type SampleObject,
  type Shelf,
} from "#lib/sample/sample-object.ts";
import type { StreamTraffic } from "#lib/sample/traffic.ts";

/** An event of the plan as it is delivered in one slot. */
export type Delivery = {
  /** Its number in the plan: the same number writes the same record. */
  readonly index: number;
  readonly event: Planned;
  /** True where another slot delivers the same event first. */
  readonly isCopy: boolean;
};

/** The planned events of one place, by the slot that delivers them. */
export type Deliveries = ReadonlyMap<number, readonly Delivery[]>;

export type LogShelfOrder = {
  readonly seed: number;
  readonly traffic: StreamTraffic;
  readonly deliveries: Deliveries;
  readonly trail: "organization" | "account";
  /** An account's own trail delivers between these times only, and only what the organization's delivers too. */
  readonly during: { readonly from: number; readonly to: number };
};

const MOST_RECORDS_AN_OBJECT = 2000;
const PLANNED_SEED = 0x65766e74;
const NONE: readonly SampleObject[] = [];

/** The log objects of one place under one trail. */
export function logShelf(order: LogShelfOrder): Shelf {
  const { traffic, trail, during } = order;
  const place: Place = { account: traffic.stream.account, region: traffic.stream.region };
  const prefix = `${accountPrefix(place.account, trail)}CloudTrail/${place.region}/`;
  const objectsAt = (slot: number): readonly SampleObject[] => {
    const time = slot * SLOT;
    if (time < during.from || time >= during.to) return NONE;
    const background = traffic.countIn(slot);
    const deliveries = order.deliveries.get(slot) ?? [];
    if (background + deliveries.length === 0) return NONE;
    return objectsOf({ order, place, prefix, slot, background, deliveries });
  };
  return { prefix, dayFolder, objectsAt };
}

type SlotContent = {
  readonly order: LogShelfOrder;
  readonly place: Place;
  readonly prefix: string;
  readonly slot: number;
  readonly background: number;
  readonly deliveries: readonly Delivery[];
};

function objectsOf(content: SlotContent): readonly SampleObject[] {
  const { order, place, prefix, slot, background } = content;
  const publishedAt = publishTime(slot);
  const parts = Math.ceil((background + content.deliveries.length) / MOST_RECORDS_AN_OBJECT);
  const names = randomOf(order.seed ^ hashText(prefix), slot, 0x6e616d65);
  const objects: SampleObject[] = [];
  for (let part = 0; part < parts; part++) {
    const share = Math.floor((background * (part + 1)) / parts) - Math.floor((background * part) / parts);
    const deliveries = part === 0 ? content.deliveries : [];
    const events = share + deliveries.length;
    const copies = order.trail === "account" ? events : deliveries.filter(({ isCopy }) => isCopy).length;
    objects.push({
      key: logKey(prefix, place, publishedAt, names),
      kind: "log",
      publishedAt,
      events,
      copies,
      text: () => writeLog(content, part, share, deliveries),
    });
  }
  return objects.sort((a, b) => (a.key < b.key ? -1 : 1));
}

function writeLog(
  content: SlotContent,
  part: number,
  share: number,
  deliveries: readonly Delivery[],
): string {
  const { place, slot, prefix } = content;
  const { seed } = content.order;
  const records = writeBackground({ seed, place, slot, part }, share);
  for (const { index, event } of deliveries) {
    const random = randomOf(seed, index, PLANNED_SEED);
    records.push(writeRecord(event.place, event.time, event.caller, event.call(random), random));
  }
  shuffle(records, randomOf(seed ^ hashText(prefix), slot, part, 0x73687566));
  return `{"Records":[${records.join(",")}]}`;
}

/** Sorts planned events by place and by the slot that delivers them. */
export function sortDeliveries(planned: readonly Planned[]): ReadonlyMap<string, Deliveries> {
  const places = new Map<string, Map<number, Delivery[]>>();
  const deliver = (delivery: Delivery, time: number) => {
    const name = placeName(delivery.event.place);
    const slots = places.get(name) ?? new Map<number, Delivery[]>();
    const slot = slotOf(time);
    slots.set(slot, [...(slots.get(slot) ?? []), delivery]);
    places.set(name, slots);
  };
  planned.forEach((event, index) => {
    deliver({ index, event, isCopy: false }, event.time);
    if (event.againAfter !== null) deliver({ index, event, isCopy: true }, event.time + event.againAfter);
  });
  return places;
}

export function placeName(place: Place): string {
  return `${place.account}/${place.region}`;
}
