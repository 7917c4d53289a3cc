"use client";

import { useCallback, useEffect, useMemo, useState } from "react";
import { askServer, asNoAnswer, type NoAnswer } from "#components/ui/ask-server.ts";
import type { FieldId } from "#lib/event/fields.ts";
import type { Facet, FacetsAnswer } from "#lib/search/summary.ts";

/** The last good answer about a field; old where it answers another question than the one that is asked now. */
export type KnownFacet = { readonly facet: Facet; readonly isOld: boolean };

type Known = { readonly of: string; readonly facet: Facet };

export type Facets = {
  readonly known: ReadonlyMap<FieldId, KnownFacet>;
  readonly isLoading: boolean;
  readonly problem: NoAnswer | null;
  readonly retry: () => void;
};

/**
 * The facets of these fields for a question (the parameters of a request). One request asks for all that are not
 * known yet, in another `round` for all anew; a question that is no longer wanted is called off.
 */
export function useFacets(
  question: string | null,
  round: number,
  fields: readonly FieldId[],
  limit: number,
): Facets {
  const [answers, setAnswers] = useState<ReadonlyMap<FieldId, Known>>(new Map());
  const [failed, setFailed] = useState<{ readonly of: string; readonly why: NoAnswer } | null>(null);
  const of = `${round} ${question}`;
  const missing = fields.filter((field) => answers.get(field)?.of !== of);
  const href = question === null ? null : facetsHref(question, missing, limit);
  const isFailed = failed?.of === `${round} ${href}`;

  useEffect(() => {
    if (href === null || isFailed) return;
    const controller = new AbortController();
    const { signal } = controller;
    askServer<FacetsAnswer>(href, { signal }).then(
      ({ facets }) => {
        if (signal.aborted) return;
        setAnswers(
          (was) => new Map([...was, ...facets.map((facet) => [facet.field, { of, facet }] as const)]),
        );
      },
      (error: unknown) => {
        if (!signal.aborted) setFailed({ of: `${round} ${href}`, why: asNoAnswer(error) });
      },
    );
    return () => controller.abort();
  }, [href, of, round, isFailed]);

  const known = useMemo(
    () => new Map([...answers].map(([field, known]) => [field, { ...known, isOld: known.of !== of }])),
    [answers, of],
  );
  const retry = useCallback(() => setFailed(null), []);
  return {
    known,
    isLoading: href !== null && !isFailed,
    problem: isFailed ? failed.why : null,
    retry,
  };
}

/** The request for these fields; null where there are none. */
export function facetsHref(question: string, fields: readonly FieldId[], limit: number): string | null {
  if (fields.length === 0) return null;
  return `/api/facets?${question}&limit=${limit}&${fields.map((field) => `field=${field}`).join("&")}`;
}
