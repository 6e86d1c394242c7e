import { EntitySchema } from "typeorm";
import { column, link, optionalReference, reference } from "../../platform/columns.ts";

/** An example from the field, and what it proves. */
export interface Initiative {
  id: string;
  slug: string;
  groupId: string;
  name: string;
  sector: string;
  organisationType: string | null;
  territoryId: string;
  regionId: string | null;
  town: string | null;
  startedYear: number | null;
  stage: string | null;
  summary: string;
  /** Criterion → 0 to 3. */
  criteria: Record<string, number>;
  members: number | null;
  employees: number | null;
  volunteers: number | null;
  results: string[];
  obstacles: string[];
  levers: string[];
  need: string | null;
  reproducibility: string | null;
  fictional: boolean;
}

export const Initiatives = new EntitySchema<Initiative>({
  name: "Initiative",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    groupId: reference("WorkingGroup"),
    name: column.text,
    sector: column.text,
    organisationType: column.optionalText,
    territoryId: reference("Territory"),
    regionId: optionalReference("Territory"),
    town: column.optionalText,
    startedYear: column.optionalInteger,
    stage: column.optionalText,
    summary: column.text,
    criteria: column.json,
    members: column.optionalInteger,
    employees: column.optionalInteger,
    volunteers: column.optionalInteger,
    results: column.textList,
    obstacles: column.textList,
    levers: column.textList,
    need: column.optionalText,
    reproducibility: column.optionalText,
    fictional: column.flag,
  },
});

/** That a contribution tells of an initiative. */
export interface InitiativeContribution {
  initiativeId: string;
  contributionId: string;
  linkedOn: string;
}

export const InitiativeContributions = new EntitySchema<InitiativeContribution>({
  name: "InitiativeContribution",
  columns: { initiativeId: link("Initiative"), contributionId: link("Contribution"), linkedOn: column.day },
  indices: [{ name: "initiative_contribution_contribution", columns: ["contributionId"] }],
});
