import { EntitySchema } from "typeorm";
import type { CriterionKind } from "../../../graphql/resolvers.generated.ts";
import { column, link, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A question asked of each notebook of a group. */
export interface GridCriterion {
  id: string;
  groupId: string;
  position: number;
  label: string;
  help: string | null;
  kind: CriterionKind;
  options: string[];
  retired: boolean;
  version: number;
}

export const GridCriteria = new EntitySchema<GridCriterion>({
  name: "GridCriterion",
  columns: {
    id: column.orderedId,
    groupId: reference("WorkingGroup"),
    position: column.integer,
    label: column.text,
    help: column.optionalText,
    kind: column.text,
    options: column.textList,
    retired: column.flag,
    version: column.version,
  },
  indices: [{ name: "grid_criterion_group", columns: ["groupId", "position"] }],
});

/** A notebook read by one person with the grid. */
export interface GridReading {
  contributionId: string;
  personId: string;
  readAt: Date;
}

export const GridReadings = new EntitySchema<GridReading>({
  name: "GridReading",
  columns: { contributionId: link("Contribution"), personId: link("Person"), readAt: column.instant },
});

/** The answer of one reader to one criterion. Frozen once two have read the notebook: what they say then is a decision. */
export interface GridAnswerRow {
  contributionId: string;
  personId: string;
  criterionId: string;
  value: string;
}

export const GridAnswers = new EntitySchema<GridAnswerRow>({
  name: "GridAnswer",
  columns: {
    contributionId: link("Contribution"),
    personId: link("Person"),
    criterionId: link("GridCriterion"),
    value: column.text,
  },
  indices: [{ name: "grid_answer_criterion", columns: ["criterionId"] }],
});

/** A decision on a criterion that two readers answered differently. */
export interface GridDecisionRow {
  contributionId: string;
  criterionId: string;
  value: string;
  reason: string;
  decidedById: string | null;
  decidedOn: string;
}

export const GridDecisions = new EntitySchema<GridDecisionRow>({
  name: "GridDecision",
  columns: {
    contributionId: link("Contribution"),
    criterionId: link("GridCriterion"),
    value: column.text,
    reason: column.text,
    decidedById: optionalReference("Person"),
    decidedOn: column.day,
  },
});
