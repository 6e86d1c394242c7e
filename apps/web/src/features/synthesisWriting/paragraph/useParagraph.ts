import { useMutation } from "@apollo/client/react";
import { use } from "react";
import type { ParagraphKind } from "../../../graphql/operations.generated.ts";
import { writeParagraph } from "../synthesis.mutations.tsx";
import { DeskContext } from "../SynthesisDesk.ts";
import { blank, fieldsOf, inputOf, isWritten, type ParagraphFields, sameField } from "./paragraphFields.ts";
import { useSaving } from "../../../ui/useSaving.ts";
import type { Paragraph } from "../writing.tsx";

/** A paragraph being written: a new one until it was saved once, under an id that this page made. */
export function useParagraph(id: string, kind: ParagraphKind, name: string, paragraph: Paragraph | null) {
  const { synthesis, hold, refresh } = use(DeskContext);
  const [write] = useMutation(writeParagraph);
  return useSaving<ParagraphFields>({
    id,
    name,
    version: paragraph?.edit ?? 0,
    fields: paragraph ? fieldsOf(paragraph) : blank(kind),
    same: sameField,
    refresh,
    send: async (fields, _, version) => {
      // An empty paragraph is not saved: it stays here until there is a sentence.
      if (!isWritten(fields)) return [{ code: "REQUIRED", field: fields.kind === "QUOTE" ? "passageIds" : "text" }];
      const input = { synthesisId: synthesis.id, id, edit: paragraph ? version : null, ...inputOf(fields) };
      const { data } = await hold(write({ variables: { input } }));
      return data!.writeParagraph.problems;
    },
  });
}

export type ParagraphSaving = ReturnType<typeof useParagraph>;
