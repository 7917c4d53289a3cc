import { notFound, redirect } from "next/navigation";
import { asRoute } from "#components/ui/route.ts";
import { database } from "#lib/db/database.ts";
import { findView } from "#lib/db/views/find-view.ts";

export const dynamic = "force-dynamic";

/** The short address of a saved view: leads to the view as it is now. */
export default async function ShortAddressPage({ params }: PageProps<"/s/[token]">) {
  const { token } = await params;
  const view = await findView(database(), token);
  if (view === null) notFound();
  redirect(asRoute(view.query === "" ? "/events" : `/events?${view.query}`));
}
