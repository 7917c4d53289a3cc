"use client";

import { PageFailure } from "#components/shell/page-failure.tsx";

export default function ActorFailure(props: { readonly error: unknown; readonly retry: () => void }) {
  return <PageFailure what="The actor could not be shown." error={props.error} retry={props.retry} />;
}
