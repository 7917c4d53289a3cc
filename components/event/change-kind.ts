/**
 * What a call does to the account, told from what the record says and, for writes, from the verb of its name:
 * - `read`: looks only
 * - `write`: makes or changes something
 * - `remove`: takes something away or turns it off; worth finding by the eye
 */
export type ChangeKind = "read" | "write" | "remove";

const REMOVES =
  /^(?:Batch)?(?:Delete|Terminate|Revoke|Disable|Stop|Detach|Deregister|Deactivate|Disassociate|Remove|Destroy|Purge|Cancel|Reset|Reject|Release|Shutdown|Unassign|Withdraw|Schedule[A-Za-z]*Deletion)(?![a-z])/;

/** What a call of this name does; `readOnly` is the event's own. */
export function changeKindOf(eventName: string, readOnly: boolean): ChangeKind {
  if (readOnly) return "read";
  return REMOVES.test(eventName) ? "remove" : "write";
}
