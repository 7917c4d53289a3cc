"use client";

import { PageFailure } from "#components/shell/page-failure.tsx";

export default function RootFailure(props: { readonly error: unknown; readonly retry: () => void }) {
  return <PageFailure what="This page could not be shown." error={props.error} retry={props.retry} />;
}
