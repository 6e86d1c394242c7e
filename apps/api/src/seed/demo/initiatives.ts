import { InitiativeContributions, Initiatives } from "../../domain/propose/initiative/initiative.entity.ts";
import { content } from "../content.ts";
import { slugOf } from "../../platform/text/slug.ts";
import type { Texts } from "./responses.ts";
import type { Demo } from "./rows.ts";

interface Source {
  id: string;
  name: string;
  sector: string;
  organisationType: string;
  territory: { departmentCode: string };
  town: string;
  startedYear: string;
  stage: string;
  summary: string;
  criteria: Record<string, number>;
  people: { members: number; employees: number; volunteers: number };
  results: string[];
  obstacles: string[];
  levers: string[];
  need: string;
  reproducibility: string;
}

/** The examples from the field, and the contributions that tell of them. */
export function initiatives({ clock, ids, put, territory }: Demo, texts: Texts) {
  put(
    Initiatives,
    content<Source[]>("initiatives.json").map((it) => {
      const department = territory("DEPARTMENT", it.territory.departmentCode);
      return {
        id: ids.ordered(it.id),
        slug: slugOf(it.name),
        groupId: ids.ordered("group"),
        name: it.name,
        sector: it.sector,
        organisationType: it.organisationType,
        territoryId: department.id,
        regionId: department.regionId,
        town: it.town,
        startedYear: Number(it.startedYear),
        stage: it.stage,
        summary: it.summary,
        criteria: it.criteria,
        ...it.people,
        results: it.results,
        obstacles: it.obstacles,
        levers: it.levers,
        need: it.need,
        reproducibility: it.reproducibility,
        fictional: true,
      };
    }),
  );
  put(
    InitiativeContributions,
    texts.all.flatMap(({ contributionId, response: { outcomes } }) =>
      outcomes
        .filter(({ outcome, at }) => outcome === "LINKED_TO_INITIATIVE" && clock.past(at))
        .map(({ targetId, at }) => ({
          initiativeId: ids.ordered(targetId!),
          contributionId,
          linkedOn: clock.day(at),
        })),
    ),
  );
}
