import { EntitySchema } from "typeorm";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";
import type { Territory } from "../territory/territory.entity.ts";

/** People of a territory, at work there: one group a territory. Those of the demonstration carry the labels of 2012. */
export interface RegionalGroup {
  id: string;
  slug: string;
  territoryId: string;
  name: string;
  /** Its page invites nobody any more; its members stay, in case it opens again. */
  closed: boolean;
}

export const RegionalGroups = new EntitySchema<RegionalGroup>({
  name: "RegionalGroup",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    territoryId: { ...reference("Territory"), unique: true },
    name: column.text,
    closed: column.flag,
  },
});

/** Somebody with an account who joined a group. */
export interface RegionalMember {
  regionalGroupId: string;
  personId: string;
  joinedOn: string;
}

export const RegionalMembers = new EntitySchema<RegionalMember>({
  name: "RegionalMember",
  columns: { regionalGroupId: link("RegionalGroup"), personId: link("Person"), joinedOn: column.day },
  indices: [{ name: "regional_member_person", columns: ["personId"] }],
});

/** Somebody who volunteers to be the referent of a territory, and what was answered. */
export interface Candidacy {
  id: string;
  /** Made by the client, kept through retries. */
  key: string;
  personId: string;
  territoryId: string;
  why: string;
  offeredOn: string;
  withdrawn: boolean;
  /** Null while nobody answered. */
  accepted: boolean | null;
  answer: string | null;
  answeredById: string | null;
}

export const Candidacies = new EntitySchema<Candidacy>({
  name: "Candidacy",
  columns: {
    id: column.orderedId,
    key: { ...column.text, unique: true },
    personId: reference("Person"),
    territoryId: reference("Territory"),
    why: column.text,
    offeredOn: column.day,
    withdrawn: column.flag,
    accepted: { type: "boolean", nullable: true },
    answer: column.optionalText,
    answeredById: optionalReference("Person"),
  },
  indices: [{ name: "candidacy_person", columns: ["personId"] }],
});

/** The territory that the rights are about. */
export type TerritoryRights = Territory;
