import { gql, type TypedDocumentNode } from "@apollo/client";
import type {
  InitiativeTerms_query,
  ObjectiveChoice_objective,
  PlacesByKind_query,
  RegionChoice_territory,
  RegionDepartments_territory,
  RegionsToChoose_query,
  TermChoice_term,
} from "../graphql/operations.generated.ts";

/** A term of a list, to choose it or to name it: sectors, criteria, kinds of organisation. */
export const termChoice: TypedDocumentNode<TermChoice_term> = gql`
  fragment TermChoice_term on Term {
    key
    label
    labelEn
    retired
  }
`;

/** The lists that the sheet of an initiative chooses from. */
export const initiativeTerms: TypedDocumentNode<InitiativeTerms_query> = gql`
  fragment InitiativeTerms_query on Query {
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
    organisationTypes: terms(kind: ORGANISATION_TYPE) {
      ...TermChoice_term @unmask
    }
    criteria: terms(kind: CRITERION) {
      ...TermChoice_term @unmask
    }
  }
  ${termChoice}
`;

/** The terms to choose from: one that is no longer offered only stays where it is chosen already. */
export const offered = <One extends { key: string; retired: boolean }>(terms: readonly One[], chosen: string[] = []) =>
  terms.filter(({ key, retired }) => !retired || chosen.includes(key));

/** A region to choose. */
export const regionChoice: TypedDocumentNode<RegionChoice_territory> = gql`
  fragment RegionChoice_territory on Territory {
    id
    slug
    name
  }
`;

/** A region to choose, or one of its departments. */
const regionDepartments: TypedDocumentNode<RegionDepartments_territory> = gql`
  fragment RegionDepartments_territory on Territory {
    id
    slug
    name
    departments {
      id
      slug
      name
    }
  }
`;

/** An objective to choose. */
export const objectiveChoice: TypedDocumentNode<ObjectiveChoice_objective> = gql`
  fragment ObjectiveChoice_objective on Objective {
    id
    slug
    number
    name
  }
`;

/** The territories that a sheet chooses from. */
export const regionsToChoose: TypedDocumentNode<RegionsToChoose_query> = gql`
  fragment RegionsToChoose_query on Query {
    regions: territories(kind: REGION) {
      ...RegionDepartments_territory @unmask
    }
  }
  ${regionDepartments}
`;

/** Regions, and departments, each by themselves. */
export const placesByKind: TypedDocumentNode<PlacesByKind_query> = gql`
  fragment PlacesByKind_query on Query {
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
    departments: territories(kind: DEPARTMENT) {
      ...RegionChoice_territory @unmask
    }
  }
  ${regionChoice}
`;
