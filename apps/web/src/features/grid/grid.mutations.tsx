import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  CriterionKind,
  DecideCriterion,
  DecideCriterionVariables,
  GridCriterionTold,
  ReadNotebook,
  ReadNotebookVariables,
  RetireCriterion,
  RetireCriterionVariables,
  StartGrid,
  StartGridVariables,
  WriteCriterion,
  WriteCriterionVariables,
} from "../../graphql/operations.generated.ts";
import type { Names } from "../../i18n/vocabulary.ts";
import { Form } from "../../ui/Form.tsx";

/** A criterion, to be answered. */
export const gridCriterion: TypedDocumentNode<GridCriterionTold> = gql`
  fragment GridCriterionTold on GridCriterion {
    id
    label
    help
    kind
    options
    retired
    version
  }
`;

export const writeCriterion: TypedDocumentNode<WriteCriterion, WriteCriterionVariables> = gql`
  mutation WriteCriterion($input: WriteCriterionInput!) {
    writeCriterion(input: $input) {
      ...Form_outcome @unmask
      grid {
        group {
          id
        }
      }
    }
  }
  ${Form.fragment}
`;

export const retireCriterion: TypedDocumentNode<RetireCriterion, RetireCriterionVariables> = gql`
  mutation RetireCriterion($input: RetireCriterionInput!) {
    retireCriterion(input: $input) {
      ...Form_outcome @unmask
      grid {
        group {
          id
        }
      }
    }
  }
  ${Form.fragment}
`;

export const startGrid: TypedDocumentNode<StartGrid, StartGridVariables> = gql`
  mutation StartGrid($input: StartGridInput!) {
    startGrid(input: $input) {
      ...Form_outcome @unmask
      grid {
        group {
          id
        }
      }
    }
  }
  ${Form.fragment}
`;

export const readNotebook: TypedDocumentNode<ReadNotebook, ReadNotebookVariables> = gql`
  mutation ReadNotebook($input: ReadNotebookInput!) {
    readNotebook(input: $input) {
      ...Form_outcome @unmask
      notebook {
        id
        readers
      }
    }
  }
  ${Form.fragment}
`;

export const decideCriterion: TypedDocumentNode<DecideCriterion, DecideCriterionVariables> = gql`
  mutation DecideCriterion($input: DecideCriterionInput!) {
    decideCriterion(input: $input) {
      ...Form_outcome @unmask
      notebook {
        id
      }
    }
  }
  ${Form.fragment}
`;

export const criterionKinds: Names<CriterionKind> = {
  YES_NO: m.grid_kind_YES_NO,
  SCALE: m.grid_kind_SCALE,
  CHOICE: m.grid_kind_CHOICE,
  TEXT: m.grid_kind_TEXT,
};

/** Options of a criterion, each with its label; none for a text. */
export const optionsOf = ({ kind, options }: Pick<GridCriterionTold, "kind" | "options">): [string, string][] =>
  kind === "YES_NO"
    ? [
        ["YES", m.grid_yes()],
        ["NO", m.grid_no()],
      ]
    : options.map((option) => [option, option]);

/** An answer in words. */
export const valueIn = (criterion: Pick<GridCriterionTold, "kind" | "options">, value: string | null) =>
  !value ? m.grid_no_answer() : (optionsOf(criterion).find(([key]) => key === value)?.[1] ?? value);
