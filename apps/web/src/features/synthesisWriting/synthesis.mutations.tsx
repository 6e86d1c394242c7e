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
  ReviseSynthesis,
  ReviseSynthesisVariables,
  WriteParagraph,
  WriteParagraphVariables,
} from "../../graphql/operations.generated.ts";
import { writing } from "./writing.tsx";

export const openSynthesis: TypedDocumentNode<OpenSynthesis, OpenSynthesisVariables> = gql`
  mutation OpenSynthesis($input: OpenSynthesisInput!) {
    openSynthesis(input: $input) {
      problems {
        code
        field
        value
      }
      synthesis {
        id
        slug
      }
    }
  }
`;

export const reviseSynthesis: TypedDocumentNode<ReviseSynthesis, ReviseSynthesisVariables> = gql`
  mutation ReviseSynthesis($input: ReviseSynthesisInput!) {
    reviseSynthesis(input: $input) {
      problems {
        code
        field
        value
      }
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
`;

export const editSynthesis: TypedDocumentNode<EditSynthesis, EditSynthesisVariables> = gql`
  mutation EditSynthesis($input: EditSynthesisInput!) {
    editSynthesis(input: $input) {
      problems {
        code
        field
        value
      }
      synthesis {
        id
        ...Writing_synthesis
      }
      current {
        id
        edit
        revision
        definition
        method
        notHeard
        decisions
        nextSteps
        changes
      }
    }
  }
  ${writing}
`;

export const writeParagraph: TypedDocumentNode<WriteParagraph, WriteParagraphVariables> = gql`
  mutation WriteParagraph($input: WriteParagraphInput!) {
    writeParagraph(input: $input) {
      problems {
        code
        field
        value
      }
      current {
        id
        ...Writing_paragraph
      }
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
`;

export const moveParagraph: TypedDocumentNode<MoveParagraph, MoveParagraphVariables> = gql`
  mutation MoveParagraph($input: MoveParagraphInput!) {
    moveParagraph(input: $input) {
      problems {
        code
        field
        value
      }
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
`;

export const removeParagraph: TypedDocumentNode<RemoveParagraph, RemoveParagraphVariables> = gql`
  mutation RemoveParagraph($input: RemoveParagraphInput!) {
    removeParagraph(input: $input) {
      problems {
        code
        field
        value
      }
      current {
        id
        ...Writing_paragraph
      }
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
`;

export const circulateSynthesis: TypedDocumentNode<CirculateSynthesis, CirculateSynthesisVariables> = gql`
  mutation CirculateSynthesis($input: CirculateSynthesisInput!) {
    circulateSynthesis(input: $input) {
      problems {
        code
        field
        value
      }
      synthesis {
        id
        ...Writing_synthesis
      }
    }
  }
  ${writing}
`;

export const publishSynthesis: TypedDocumentNode<PublishSynthesis, PublishSynthesisVariables> = gql`
  mutation PublishSynthesis($input: PublishSynthesisInput!) {
    publishSynthesis(input: $input) {
      problems {
        code
        field
        value
      }
      synthesis {
        id
        ...Writing_synthesis
      }
      current {
        id
        edit
        revision
        definition
        method
        notHeard
        decisions
        nextSteps
        changes
      }
    }
  }
  ${writing}
`;
