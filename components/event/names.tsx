"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type NameBook, NO_NAMES, nameBook } from "#lib/event/name-book.ts";
import type { Names } from "#lib/event/names.ts";

const Book = createContext<NameBook>(nameBook(NO_NAMES));

/** Gives the names that the user gave to everything below it. */
export function NamesProvider(props: { readonly names: Names; readonly children: ReactNode }) {
  const book = useMemo(() => nameBook(props.names), [props.names]);
  return <Book value={book}>{props.children}</Book>;
}

export function useNames(): NameBook {
  return useContext(Book);
}
