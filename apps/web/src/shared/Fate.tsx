import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Fate_fate } from "../graphql/operations.generated.ts";

const fragment: TypedDocumentNode<Fate_fate> = gql`
  fragment Fate_fate on Fate {
    texts
    takenUp
    explained
    waiting
  }
`;

/** « 161 paroles : 108 reprises, 42 expliquées, 11 en attente »; what there is none of is not said. */
export const fateInWords = ({ texts, takenUp, explained, waiting }: Fate_fate) => {
  const parts = [
    takenUp > 0 && m.fate_taken({ count: takenUp }),
    explained > 0 && m.fate_explained({ count: explained }),
    waiting > 0 && m.fate_waiting({ count: waiting }),
  ].filter(Boolean);
  return [m.fate_texts({ count: texts }), ...(parts.length ? [m.ui_colon(), parts.join(", ")] : [])].join("");
};

/** The fate of all texts given there, in a line of words. To be selected with `@unmask`. */
export const Fate = ({ fate }: { fate: Fate_fate }) => fate.texts > 0 && <b>{fateInWords(fate)}</b>;

Fate.fragment = fragment;
