import { type Sent, sendToServer } from "#components/ui/ask-server.ts";

/** `found` accounts were listed, of which `kept` have a name to keep; neither, where all were forgotten. */
export type ListedAnswer = Sent<{ readonly found?: number; readonly kept?: number }>;

/** Has the accounts of the organization listed with a source's credentials, by POST /api/names/listed. */
export function listAccounts(source: string): Promise<ListedAnswer> {
  return sendToServer("POST", "/api/names/listed", { source });
}

/** Has all of them forgotten, by DELETE /api/names/listed. */
export function forgetAccounts(): Promise<ListedAnswer> {
  return sendToServer("DELETE", "/api/names/listed");
}
