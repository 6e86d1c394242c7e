import { EntitySchema } from "typeorm";
import type { InitiativeStatus } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

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
  /** Who exchanges what with whom, from one end to the other. */
  exchange: string | null;
  /** Criterion → the fact behind its score. */
  criteriaReasons: Record<string, string>;
  /** What does not work: told, it makes the rest credible. */
  drawbacks: string | null;
  /** Where this can be checked: a document, a visit, a link. */
  source: string | null;
  /** Who agrees, on the side of the initiative: read by the team alone. */
  agreement: string | null;
  status: InitiativeStatus;
  version: number;
  /** Made by the client of whoever proposed it, kept through retries. */
  key: string | null;
  /** Of the private link of whoever proposed it. */
  codeDigest: string | null;
  /** What a row of an imported table is known by. */
  importKey: string | null;
  proposedOn: string | null;
  judgedOn: string | null;
  /** Why it was sent back or declined, for whoever proposed it. */
  reason: string | null;
  /** The one that says the same, where it was declined for that. */
  sameAsId: string | null;
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
    exchange: column.optionalText,
    criteriaReasons: column.emptyJson,
    drawbacks: column.optionalText,
    source: column.optionalText,
    agreement: column.optionalText,
    status: { ...column.text, default: "VALIDATED" },
    version: column.version,
    key: { ...column.optionalText, unique: true },
    codeDigest: { ...column.optionalText, unique: true },
    importKey: { ...column.optionalText, unique: true },
    proposedOn: column.optionalDay,
    judgedOn: column.optionalDay,
    reason: column.optionalText,
    sameAsId: optionalReference("Initiative"),
    fictional: column.flag,
  },
  indices: [{ name: "initiative_name", columns: ["status", "name", "id"] }],
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
