import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Fate_fate } from "../graphql/operations.generated.ts";
import { formatNumber } from "../i18n/numbers.ts";

const fragment: TypedDocumentNode<Fate_fate> = gql`
  fragment Fate_fate on Fate {
    texts
    takenUp
    explained
    toRead
  }
`;

const counted = (count: number) => ({ count, number: formatNumber(count) });

/** « 161 paroles : 108 reprises, 42 expliquées, 11 à lire »; what there is none of is not said. */
export const fateInWords = ({ texts, takenUp, explained, toRead }: Fate_fate) => {
  const parts = [
    takenUp > 0 && m.fate_taken(counted(takenUp)),
    explained > 0 && m.fate_explained(counted(explained)),
    toRead > 0 && m.fate_to_read(counted(toRead)),
  ].filter(Boolean);
  return [m.fate_texts(counted(texts)), ...(parts.length ? [m.ui_colon(), parts.join(", ")] : [])].join("");
};

/** The fate of all texts given there, in a line of words. To be selected with `@unmask`. */
export const Fate = ({ fate }: { fate: Fate_fate }) => fate.texts > 0 && <b>{fateInWords(fate)}</b>;

Fate.fragment = fragment;
