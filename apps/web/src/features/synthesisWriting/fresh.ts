import { useState } from "react";
import type { ParagraphKind } from "../../graphql/operations.generated.ts";
import { newKey } from "../../ui/key.ts";
import { keepUnder, keptUnder } from "../../ui/kept.ts";
import { begin } from "../../ui/rebase.ts";
import { editingPlace } from "../../ui/useEditing.ts";
import { blank, type ParagraphFields } from "./paragraph/paragraphFields.ts";

interface Fresh {
  id: string;
  kind: ParagraphKind;
}

/** Paragraphs that were begun on this device and are not saved yet; it keeps them, with what is typed in them. */
export function useFresh(versionId: string | undefined) {
  const place = `fresh:${versionId}`;
  const [list, setList] = useState<readonly Fresh[]>(() => (keptUnder(place) as readonly Fresh[] | null) ?? []);
  const change = (next: readonly Fresh[]) => {
    setList(next);
    keep(place, next.length ? next : null);
  };
  return {
    list,
    /** Begins one, with something in it already where `fields` says so; its id. */
    add: (kind: ParagraphKind, fields: Partial<ParagraphFields> = {}) => {
      const id = newKey();
      const empty = blank(kind);
      if (Object.keys(fields).length) keep(editingPlace(id), { ...begin(empty, 0), mine: { ...empty, ...fields } });
      change([...list, { id, kind }]);
      return id;
    },
    drop: (id: string) => {
      if (list.some((one) => one.id === id)) change(list.filter((one) => one.id !== id));
    },
  };
}

/** A browser that keeps nothing has it in the page. */
const keep = (place: string, value: object | null) => void keepUnder(place, value).catch(() => undefined);
