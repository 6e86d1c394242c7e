import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Fate_fate } from "../graphql/operations.generated.ts";

const fragment: TypedDocumentNode<Fate_fate> = gql`
  fragment Fate_fate on Fate {
    texts
    takenUp
    explained
    toRead
  }
`;

/** « 161 paroles : 108 reprises, 42 expliquées, 11 à lire »; what there is none of is not said. */
export const fateInWords = ({ texts, takenUp, explained, toRead }: Fate_fate) => {
  const parts = [
    takenUp > 0 && m.fate_taken({ count: takenUp }),
    explained > 0 && m.fate_explained({ count: explained }),
    toRead > 0 && m.fate_to_read({ count: toRead }),
  ].filter(Boolean);
  return [m.fate_texts({ count: texts }), ...(parts.length ? [m.ui_colon(), parts.join(", ")] : [])].join("");
};

/** The fate of all texts given there, in a line of words. To be selected with `@unmask`. */
export const Fate = ({ fate }: { fate: Fate_fate }) => fate.texts > 0 && <b>{fateInWords(fate)}</b>;

Fate.fragment = fragment;
