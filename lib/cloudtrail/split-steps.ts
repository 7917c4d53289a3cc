import {
  isHopeless,
  takeForeign,
  takeLookupEntry,
  takeObject,
  takeRecord,
} from "#lib/cloudtrail/record-sink.ts";
import { failAt, type SplitMachine, type State } from "#lib/cloudtrail/split-machine.ts";
import { startValue } from "#lib/cloudtrail/value-scanner.ts";

/** A record has some thirty keys: more are only counted as foreign, not remembered. */
const MAX_KEYS = 200;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Takes the byte at index `at` of the chunk, no white space. False if the scanner must read it again. */
export function step(machine: SplitMachine, chunk: Uint8Array, at: number): boolean {
  const byte = chunk[at] ?? 0;
  switch (machine.state) {
    case "value":
      if (byte === OPEN_ARRAY) return enterBareArray(machine);
      return enterElement(machine, byte, at);
    case "element":
      if (byte === CLOSE_ARRAY) return leaveBareArray(machine);
      return enterElement(machine, byte, at);
    case "next-element":
      return enterElement(machine, byte, at);
    case "after-element":
      if (byte === CLOSE_ARRAY) return leaveBareArray(machine);
      return expect(machine, byte, at, COMMA, "next-element");
    case "key":
      if (byte === CLOSE_OBJECT) return leaveObject(machine, chunk, at);
      return enterKey(machine, byte, at);
    case "next-key":
      return enterKey(machine, byte, at);
    case "colon":
      return expect(machine, byte, at, COLON, "member");
    case "member":
      return enterMember(machine, byte, at);
    case "after-member":
      if (byte === CLOSE_OBJECT) return leaveObject(machine, chunk, at);
      return expect(machine, byte, at, COMMA, "next-key");
    case "record":
      if (byte === CLOSE_ARRAY) return leaveList(machine);
      return enterRecord(machine, byte, at);
    case "next-record":
      return enterRecord(machine, byte, at);
    case "after-record":
      if (byte === CLOSE_ARRAY) return leaveList(machine);
      return expect(machine, byte, at, COMMA, "next-record");
    default:
      return true;
  }
}

/** The scanner has found the end, at index `to` of the chunk (not included). */
export function finishScan(machine: SplitMachine, chunk: Uint8Array, to: number): void {
  const { scanner, sink } = machine;
  switch (machine.state) {
    case "in-record": {
      const cut = { bytes: machine.element.finish(chunk, to), tooDeep: scanner.tooDeep };
      if (machine.list === "Events") takeLookupEntry(sink, cut);
      else takeRecord(sink, cut);
      machine.state = "after-record";
      return;
    }
    case "in-member":
      machine.tooDeep ||= scanner.tooDeep;
      if (machine.lastKey === "detail") {
        machine.detail = { from: machine.memberFrom, to: machine.offset + to - machine.objectFrom };
      }
      machine.state = "after-member";
      return;
    case "in-key":
      finishKey(machine, machine.token.finish(chunk, to));
      return;
    case "in-scalar":
      finishScalar(machine, machine.token.finish(chunk, to));
      return;
    default:
      return;
  }
}

function expect(machine: SplitMachine, byte: number, at: number, wanted: number, next: State): boolean {
  if (byte === wanted) machine.state = next;
  else failAt(machine, at, byte);
  return true;
}

function enterBareArray(machine: SplitMachine): boolean {
  machine.inBareArray = true;
  machine.state = "element";
  return true;
}

function leaveBareArray(machine: SplitMachine): boolean {
  machine.inBareArray = false;
  // An array without any element is "no events", as the AWS CLI and jq print it.
  if (machine.state === "element") machine.sink.cloudtrail++;
  machine.state = "value";
  return true;
}

function enterElement(machine: SplitMachine, byte: number, at: number): boolean {
  if (byte === OPEN_OBJECT) {
    machine.element.start(at);
    machine.objectFrom = machine.offset + at;
    machine.keys = new Set();
    machine.isContainer = false;
    machine.tooDeep = false;
    machine.detail = null;
    machine.state = "key";
    return true;
  }
  if (!beginsValue(byte) || (byte === OPEN_ARRAY && !machine.inBareArray)) {
    failAt(machine, at, byte);
    return true;
  }
  machine.token.start(at);
  return scanFrom(machine, byte, "in-scalar");
}

function leaveElement(machine: SplitMachine): void {
  if (isHopeless(machine.sink)) {
    machine.failure = machine.sink.firstForeign;
    machine.state = "failed";
  } else machine.state = machine.inBareArray ? "after-element" : "value";
}

function leaveObject(machine: SplitMachine, chunk: Uint8Array, at: number): boolean {
  if (!machine.isContainer) {
    const cut = { bytes: machine.element.finish(chunk, at + 1), tooDeep: machine.tooDeep };
    takeObject(machine.sink, cut, machine);
  }
  leaveElement(machine);
  return true;
}

function enterKey(machine: SplitMachine, byte: number, at: number): boolean {
  if (byte !== QUOTE) {
    failAt(machine, at, byte);
    return true;
  }
  machine.token.start(at);
  return scanFrom(machine, byte, "in-key");
}

function finishKey(machine: SplitMachine, bytes: Uint8Array | null): void {
  const key = bytes === null ? undefined : parseToken(bytes);
  machine.lastKey = typeof key === "string" ? key : "";
  if (machine.keys.size < MAX_KEYS) machine.keys.add(machine.lastKey);
  machine.state = "colon";
}

function enterMember(machine: SplitMachine, byte: number, at: number): boolean {
  if (byte === OPEN_ARRAY && (machine.lastKey === "Records" || machine.lastKey === "Events")) {
    machine.element.cancel();
    machine.isContainer = true;
    machine.list = machine.lastKey;
    machine.state = "record";
    return true;
  }
  if (!beginsValue(byte)) {
    failAt(machine, at, byte);
    return true;
  }
  machine.memberFrom = machine.offset + at - machine.objectFrom;
  return scanFrom(machine, byte, "in-member");
}

function enterRecord(machine: SplitMachine, byte: number, at: number): boolean {
  if (!beginsValue(byte)) {
    failAt(machine, at, byte);
    return true;
  }
  machine.element.start(at);
  return scanFrom(machine, byte, "in-record");
}

function leaveList(machine: SplitMachine): boolean {
  // An empty list is CloudTrail too, and so is one whose entries were all refused by name.
  if (machine.state === "record") machine.sink.cloudtrail++;
  machine.list = null;
  machine.state = "after-member";
  return true;
}

function finishScalar(machine: SplitMachine, bytes: Uint8Array | null): void {
  const value = bytes === null ? "" : parseToken(bytes);
  if (value === undefined) {
    machine.failure = { kind: "not-json", position: 0, message: "This is text, not JSON." };
    machine.state = "failed";
    return;
  }
  const what = value === null ? "null" : Array.isArray(value) ? "an array" : `a ${typeof value}`;
  takeForeign(machine.sink, false, `This is JSON, but not CloudTrail: ${what} where an object belongs.`);
  leaveElement(machine);
}

function scanFrom(machine: SplitMachine, byte: number, state: State): boolean {
  startValue(machine.scanner, byte);
  machine.state = state;
  return false;
}

/** The token's value, or undefined if it is no JSON. */
function parseToken(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Quote, minus, digit, `[`, `f`, `n`, `t`, `{`. */
function beginsValue(byte: number): boolean {
  const isDigit = byte >= 0x30 && byte <= 0x39;
  return isDigit || [QUOTE, 0x2d, OPEN_ARRAY, 0x66, 0x6e, 0x74, OPEN_OBJECT].includes(byte);
}
