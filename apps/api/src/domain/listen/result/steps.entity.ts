import { EntitySchema } from "typeorm";
import { column, link } from "../../../platform/data/columns.ts";
import type { Counts } from "./counted.ts";

/** Counts that visitors are shown of a questionnaire: they move by five responses at least. */
export interface ResultStep {
  questionnaireId: string;
  /** Responses counted, by id, with the revision of each. */
  members: Record<string, number>;
  whole: Counts;
  /** By region and by kind of organisation: once nothing more can come. */
  region: Counts | null;
  organisation: Counts | null;
}

export const ResultSteps = new EntitySchema<ResultStep>({
  name: "ResultStep",
  columns: {
    questionnaireId: link("Questionnaire"),
    members: column.json,
    whole: column.json,
    region: { ...column.json, nullable: true },
    organisation: { ...column.json, nullable: true },
  },
});
