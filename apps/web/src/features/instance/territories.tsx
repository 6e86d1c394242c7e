import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type {
  ImportTerritories,
  ImportTerritoriesVariables,
  TerritoryDeskParts,
  TerritoryFaultKind,
  TerritoryUser,
} from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";

export const territoryDesk: TypedDocumentNode<TerritoryDeskParts> = gql`
  fragment TerritoryDeskParts on TerritoryDesk {
    france
    regions
    within
    uses {
      by
      count
    }
  }
`;

export const importTerritories: TypedDocumentNode<ImportTerritories, ImportTerritoriesVariables> = gql`
  mutation ImportTerritories($input: ImportTerritoriesInput!) {
    importTerritories(input: $input) {
      ...Form_outcome @unmask
      reading {
        regions
        within
        whole
        kept
        renamed {
          code
          from
          to
        }
        lines {
          line
          code
          name
          parent
          level
          population
          faults {
            kind
            value
          }
        }
      }
    }
  }
  ${Form.fragment}
`;

/** A list of territories, as it was read. */
export type Reading = NonNullable<ImportTerritories["importTerritories"]["reading"]>;

/** Sentence for each fault of a line, which says what to do. */
export const faultNames: Record<TerritoryFaultKind, (input: { value: string }) => string> = {
  CELLS: m.territories_fault_CELLS,
  NO_CODE: m.territories_fault_NO_CODE,
  NOT_A_CODE: m.territories_fault_NOT_A_CODE,
  DOUBLE_CODE: m.territories_fault_DOUBLE_CODE,
  NO_NAME: m.territories_fault_NO_NAME,
  LONG_NAME: m.territories_fault_LONG_NAME,
  UNKNOWN_PARENT: m.territories_fault_UNKNOWN_PARENT,
  CYCLE: m.territories_fault_CYCLE,
  TOO_DEEP: m.territories_fault_TOO_DEEP,
  NOT_A_POPULATION: m.territories_fault_NOT_A_POPULATION,
  MOVED: m.territories_fault_MOVED,
};

/** « 12 réponses », « 3 réunions »: things that name a territory. */
export const userNames: Record<TerritoryUser, (input: { count: number }) => string> = {
  PERSON: m.territories_use_PERSON,
  ROLE_GRANT: m.territories_use_ROLE_GRANT,
  INVITATION: m.territories_use_INVITATION,
  REGIONAL_GROUP: m.territories_use_REGIONAL_GROUP,
  CANDIDACY: m.territories_use_CANDIDACY,
  INTERLOCUTOR: m.territories_use_INTERLOCUTOR,
  REACTION: m.territories_use_REACTION,
  MEETING: m.territories_use_MEETING,
  PRESENCE: m.territories_use_PRESENCE,
  ATTENDANCE: m.territories_use_ATTENDANCE,
  RESPONSE: m.territories_use_RESPONSE,
  CONTRIBUTION: m.territories_use_CONTRIBUTION,
  INITIATIVE: m.territories_use_INITIATIVE,
  EXCHANGE: m.territories_use_EXCHANGE,
  AMENDMENT: m.territories_use_AMENDMENT,
  MINORITY_POSITION: m.territories_use_MINORITY_POSITION,
  PROPOSAL_CARRIER: m.territories_use_PROPOSAL_CARRIER,
  HANDOVER: m.territories_use_HANDOVER,
  ORGANISATION: m.territories_use_ORGANISATION,
};

/** The text that a spreadsheet saved: UTF-8, or else Windows-1252. */
export async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
