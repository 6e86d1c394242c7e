import { gql, type TypedDocumentNode } from "@apollo/client";
import type { OwnRulings_receipt } from "../../graphql/operations.generated.ts";
import { OwnRuling } from "./OwnRuling.tsx";

const fragment: TypedDocumentNode<OwnRulings_receipt> = gql`
  fragment OwnRulings_receipt on Receipt {
    rulings {
      id
      kind
      textId
      ...OwnRuling_ruling
    }
  }
  ${OwnRuling.fragment}
`;

interface Props {
  receipt: OwnRulings_receipt & { viewerCan: { edit: boolean } };
  /** Id of a text; without one, the short answers. */
  of?: string;
}

/** Rulings on one text of a response, or on its short answers. */
export const OwnRulings = ({ receipt: { rulings, viewerCan }, of }: Props) =>
  rulings
    .filter(({ kind, textId }) => (of ? textId === of : kind === "RESPONSE"))
    .map((ruling) => <OwnRuling ruling={ruling} mayChange={viewerCan.edit} key={ruling.id} />);

OwnRulings.fragment = fragment;
