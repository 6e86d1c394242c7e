import { useState } from "react";
import type { ParagraphKind } from "../../graphql/operations.generated.ts";
import { newKey } from "../../ui/key.ts";
import { begin } from "../../ui/rebase.ts";
import { blank, type ParagraphFields } from "./paragraph/paragraphFields.ts";

interface Fresh {
  id: string;
  kind: ParagraphKind;
}

/** Paragraphs that were begun in this tab and are not saved yet; the tab keeps them, with what is typed in them. */
export function useFresh(versionId: string | undefined) {
  const place = `fresh:${versionId}`;
  const [list, setList] = useState<readonly Fresh[]>(() => read(place));
  const change = (next: readonly Fresh[]) => {
    setList(next);
    write(place, next.length ? next : null);
  };
  return {
    list,
    /** Begins one, with something in it already where `fields` says so; its id. */
    add: (kind: ParagraphKind, fields: Partial<ParagraphFields> = {}) => {
      const id = newKey();
      const empty = blank(kind);
      if (Object.keys(fields).length) write(`editing:${id}`, { ...begin(empty, 0), mine: { ...empty, ...fields } });
      change([...list, { id, kind }]);
      return id;
    },
    drop: (id: string) => {
      if (list.some((one) => one.id === id)) change(list.filter((one) => one.id !== id));
    },
  };
}

function read(place: string): readonly Fresh[] {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "[]") as readonly Fresh[];
  } catch {
    return [];
  }
}

function write(place: string, value: object | null) {
  try {
    if (value) sessionStorage.setItem(place, JSON.stringify(value));
    else sessionStorage.removeItem(place);
  } catch {
    // A browser that keeps nothing: what is typed is in the page.
  }
}
