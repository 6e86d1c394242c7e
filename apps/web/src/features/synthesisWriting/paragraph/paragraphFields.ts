import type { ParagraphKind, WriteParagraphInput } from "../../../graphql/operations.generated.ts";
import { alike } from "../../../ui/rebase.ts";
import { citedIn } from "../publication/citation.ts";
import type { Paragraph } from "../writing.tsx";

/** A paragraph as it is written. */
export interface ParagraphFields {
  kind: ParagraphKind;
  text: string;
  detail: string;
  keyPointIds: readonly string[];
  againstIds: readonly string[];
  passageIds: readonly string[];
}

const ids = (those: readonly { id: string }[]) => those.map(({ id }) => id);

export const fieldsOf = ({ kind, text, detail, keyPoints, against, passages }: Paragraph): ParagraphFields => ({
  kind,
  text,
  detail: detail ?? "",
  keyPointIds: ids(keyPoints),
  againstIds: ids(against),
  passageIds: ids(passages),
});

export const blank = (kind: ParagraphKind): ParagraphFields => ({
  kind,
  text: "",
  detail: "",
  keyPointIds: [],
  againstIds: [],
  passageIds: [],
});

const inOrder = (list: readonly string[]) => list.toSorted((a, b) => (a < b ? -1 : 1));

/** True if two values of a field are equal; the order of key points does not count. */
export const sameField = (a: unknown, b: unknown) =>
  Array.isArray(a) && Array.isArray(b) ? alike(inOrder(a), inOrder(b)) : alike(a, b);

const joined = (list: readonly string[], more: readonly string[]) => [...new Set([...list, ...more])];

/** Adds the citations of a text to the sources of its paragraph, as the API keeps them. */
export function withDetail(fields: ParagraphFields, detail: string): Partial<ParagraphFields> {
  const cited = citedIn(detail);
  const passages = cited.flatMap(({ kind, id }) => (kind === "passage" ? [id] : []));
  const keyPoints = cited.flatMap(({ kind, id }) =>
    kind === "keyPoint" && !fields.againstIds.includes(id) ? [id] : [],
  );
  return {
    detail,
    passageIds: joined(fields.passageIds, passages),
    keyPointIds: joined(fields.keyPointIds, keyPoints),
  };
}

/** The paragraph rests on one more key point, on one side alone. */
export function resting(fields: ParagraphFields, id: string, against: boolean): Partial<ParagraphFields> {
  const without = (list: readonly string[]) => list.filter((one) => one !== id);
  return against
    ? { againstIds: joined(fields.againstIds, [id]), keyPointIds: without(fields.keyPointIds) }
    : { keyPointIds: joined(fields.keyPointIds, [id]), againstIds: without(fields.againstIds) };
}

/** True if there is enough of it to be saved: a sentence, or passages of a quotation. */
export const isWritten = ({ kind, text, passageIds }: ParagraphFields) =>
  kind === "QUOTE" ? passageIds.length > 0 : text.trim() !== "";

export function inputOf(fields: ParagraphFields): Omit<WriteParagraphInput, "synthesisId" | "id" | "edit" | "afterId"> {
  const { kind, text, detail, keyPointIds, againstIds, passageIds } = fields;
  const isQuote = kind === "QUOTE";
  return {
    kind,
    text: isQuote ? "" : text.trim(),
    detail: isQuote ? null : detail.trim() || null,
    keyPointIds: [...keyPointIds, ...(kind === "DEBATE" ? [] : againstIds)],
    againstIds: kind === "DEBATE" ? [...againstIds] : [],
    passageIds: [...passageIds],
  };
}
