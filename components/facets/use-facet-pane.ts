"use client";

import { useCallback, useState } from "react";
import { keepPreference } from "#components/ui/keep-preference.ts";
import { useMedia } from "#components/ui/use-media.ts";
import type { FieldId } from "#lib/event/fields.ts";
import {
  FACETS_COOKIE,
  type FacetPreference,
  toggleFacet,
  writeFacetPreference,
} from "./facet-preference.ts";
import { ROOM } from "./room.ts";

/** The pane's place: beside the list where there is room, else a sheet over it that a button opens. */
export type FacetPaneState = {
  readonly preference: FacetPreference;
  readonly isSheet: boolean;
  /** True where the pane is in sight: only then its counts are asked for. */
  readonly isVisible: boolean;
  readonly toggleField: (field: FieldId) => void;
  readonly togglePane: () => void;
  readonly closeSheet: () => void;
};

/**
 * Whether the pane of facets is in sight, and which of them are open: as this browser left it. `hasPanel`: an event
 * is open beside the list, so there is less room.
 */
export function useFacetPane(initial: FacetPreference, hasPanel: boolean): FacetPaneState {
  const [preference, setPreference] = useState(initial);
  const [sheet, setSheet] = useState(false);
  const hasRoom = useMedia(hasPanel ? ROOM.panel : ROOM.list);
  const isSheet = sheet && !hasRoom;
  const keep = useCallback((next: FacetPreference) => {
    setPreference(next);
    keepPreference(FACETS_COOKIE, writeFacetPreference(next));
  }, []);
  const toggleField = useCallback(
    (field: FieldId) => keep(toggleFacet(preference, field)),
    [preference, keep],
  );
  return {
    preference,
    isSheet,
    isVisible: isSheet || (hasRoom && preference.isShown),
    toggleField,
    togglePane: () => (hasRoom ? keep({ ...preference, isShown: !preference.isShown }) : setSheet(!sheet)),
    closeSheet: () => setSheet(false),
  };
}
