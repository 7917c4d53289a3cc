"use client";

import { PageFailure } from "#components/shell/page-failure.tsx";

export default function ResourceFailure(props: { readonly error: unknown; readonly retry: () => void }) {
  return <PageFailure what="The resource could not be shown." error={props.error} retry={props.retry} />;
}
