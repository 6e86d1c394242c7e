import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  CirculateSynthesis,
  CirculateSynthesisVariables,
  EditSynthesis,
  EditSynthesisVariables,
  MoveParagraph,
  MoveParagraphVariables,
  OpenSynthesis,
  OpenSynthesisVariables,
  PublishSynthesis,
  PublishSynthesisVariables,
  RemoveParagraph,
  RemoveParagraphVariables,
  RemoveSynthesisVersion,
  RemoveSynthesisVersionVariables,
  ReviseSynthesis,
  ReviseSynthesisVariables,
  UndoPublishSynthesis,
  UndoPublishSynthesisVariables,
  WriteParagraph,
  WriteParagraphVariables,
  Writing_paragraphSaved,
  Writing_saved,
} from "../../graphql/operations.generated.ts";
import { writing } from "./writing.tsx";
import { Form } from "../../ui/Form.tsx";

export const openSynthesis: TypedDocumentNode<OpenSynthesis, OpenSynthesisVariables> = gql`
  mutation OpenSynthesis($input: OpenSynthesisInput!) {
    openSynthesis(input: $input) {
      ...Form_outcome @unmask
      synthesis {
        id
        slug
      }
    }
  }
  ${Form.fragment}
`;

export const reviseSynthesis: TypedDocumentNode<ReviseSynthesis, ReviseSynthesisVariables> = gql`
  mutation ReviseSynthesis($input: ReviseSynthesisInput!) {
    reviseSynthesis(input: $input) {
      ...Form_outcome @unmask
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
  ${Form.fragment}
`;

const writingSaved: TypedDocumentNode<Writing_saved> = gql`
  fragment Writing_saved on SynthesisPayload {
    ...Form_outcome @unmask
    synthesis {
      id
      ...Writing_synthesis
    }
    current {
      ...Writing_head @unmask
    }
  }
  ${writing}
  ${Form.fragment}
`;

export const removeSynthesisVersion: TypedDocumentNode<RemoveSynthesisVersion, RemoveSynthesisVersionVariables> = gql`
  mutation RemoveSynthesisVersion($input: RemoveSynthesisVersionInput!) {
    removeSynthesisVersion(input: $input) {
      ...Writing_saved @unmask
    }
  }
  ${writingSaved}
`;

export const editSynthesis: TypedDocumentNode<EditSynthesis, EditSynthesisVariables> = gql`
  mutation EditSynthesis($input: EditSynthesisInput!) {
    editSynthesis(input: $input) {
      ...Writing_saved @unmask
    }
  }
  ${writingSaved}
`;

const paragraphSaved: TypedDocumentNode<Writing_paragraphSaved> = gql`
  fragment Writing_paragraphSaved on ParagraphPayload {
    ...Form_outcome @unmask
    current {
      id
      ...Writing_paragraph
    }
    synthesis {
      id
      ...Writing_synthesis
    }
  }
  ${writing}
  ${Form.fragment}
`;

export const writeParagraph: TypedDocumentNode<WriteParagraph, WriteParagraphVariables> = gql`
  mutation WriteParagraph($input: WriteParagraphInput!) {
    writeParagraph(input: $input) {
      ...Writing_paragraphSaved @unmask
    }
  }
  ${paragraphSaved}
`;

export const moveParagraph: TypedDocumentNode<MoveParagraph, MoveParagraphVariables> = gql`
  mutation MoveParagraph($input: MoveParagraphInput!) {
    moveParagraph(input: $input) {
      ...Form_outcome @unmask
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
  ${Form.fragment}
`;

export const removeParagraph: TypedDocumentNode<RemoveParagraph, RemoveParagraphVariables> = gql`
  mutation RemoveParagraph($input: RemoveParagraphInput!) {
    removeParagraph(input: $input) {
      ...Writing_paragraphSaved @unmask
    }
  }
  ${paragraphSaved}
`;

export const circulateSynthesis: TypedDocumentNode<CirculateSynthesis, CirculateSynthesisVariables> = gql`
  mutation CirculateSynthesis($input: CirculateSynthesisInput!) {
    circulateSynthesis(input: $input) {
      ...Form_outcome @unmask
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
  ${Form.fragment}
`;

export const publishSynthesis: TypedDocumentNode<PublishSynthesis, PublishSynthesisVariables> = gql`
  mutation PublishSynthesis($input: PublishSynthesisInput!) {
    publishSynthesis(input: $input) {
      ...Writing_saved @unmask
    }
  }
  ${writingSaved}
`;

export const undoPublishSynthesis: TypedDocumentNode<UndoPublishSynthesis, UndoPublishSynthesisVariables> = gql`
  mutation UndoPublishSynthesis($input: UndoPublishSynthesisInput!) {
    undoPublishSynthesis(input: $input) {
      ...Writing_saved @unmask
    }
  }
  ${writingSaved}
`;
