import { notFound, redirect } from "next/navigation";
import { readOne } from "#app/read-zone.ts";
import { asRoute } from "#components/ui/route.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { database } from "#lib/db/database.ts";
import { findView } from "#lib/db/views/find-view.ts";

export const dynamic = "force-dynamic";

/** The short address of a saved view: leads to the view as it is now, in its own zone or else the reader's. */
export default async function ShortAddressPage({ params, searchParams }: PageProps<"/s/[token]">) {
  const { token } = await params;
  const view = await findView(database(), token);
  if (view === null) notFound();
  const tz = readOne((await searchParams)["tz"]) ?? "utc";
  redirect(asRoute(withTz(view.query === "" ? "/events" : `/events?${view.query}`, tz)));
}
