import type { GroupFigures } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { type Beside, besideOf } from "../synthesisFiles/synthesis.beside.ts";
import { type Chain, chainOf } from "../synthesisFiles/synthesis.chain.ts";
import type { PassageSource } from "../synthesisFiles/source.ts";
import { type Objective, WorkingGroups, type WorkingGroup } from "../../ground/group/group.entity.ts";
import { objectivesOf } from "../../ground/group/group.queries.ts";
import type { Milestone } from "../../meet/schedule/schedule.entity.ts";
import { milestonesOf } from "../../meet/schedule/schedule.queries.ts";
import { figuresOf, meetingsOf, questionnaireOf, synthesisOf } from "../../tell/overview/group.queries.ts";
import type { Meeting } from "../../meet/meeting/meeting.entity.ts";
import type { Questionnaire } from "../../listen/questionnaire/questionnaire.entity.ts";
import { versionsOf } from "../../understand/synthesis/synthesis.queries.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { type DossierCoverage, type Dossier, dossierOf, sourcesIn } from "./dossier.ts";
import { presentationOf } from "./production.queries.ts";

/** An objective with its questionnaire and, once it is published, the synthesis in force. */
export interface ObjectiveTold {
  objective: Objective;
  questionnaire: Questionnaire | null;
  synthesis: { chain: Chain; beside: Beside } | null;
}

/** All that a group has to present, as anybody may read it. */
export interface GroupChain {
  group: WorkingGroup;
  figures: GroupFigures;
  coverage: DossierCoverage;
  milestones: Milestone[];
  meetings: Meeting[];
  objectives: ObjectiveTold[];
  dossiers: Dossier[];
}

/** Gathers what a group has to present; `tell` hears how far it is, from 0 to 1. */
export async function groupChainOf(
  context: () => Context,
  groupId: string,
  tell: (part: number) => Promise<void>,
): Promise<GroupChain> {
  const first = context();
  const [group, figures, coverage, milestones, meetings, objectives, proposals] = await Promise.all([
    first.load(WorkingGroups, groupId),
    figuresOf(first, groupId),
    coverageOf(first, { group: groupId }),
    milestonesOf(first, groupId),
    meetingsOf(first, groupId),
    objectivesOf(first, groupId),
    presentationOf(first, groupId),
  ]);
  const parts = objectives.length + proposals.length + 1;
  let done = 0;
  const next = () => tell(++done / parts);
  await next();
  const told: ObjectiveTold[] = [];
  for (const objective of objectives) {
    told.push(await objectiveTold(context(), objective));
    await next();
  }
  const dossiers: Dossier[] = [];
  for (const proposal of proposals) {
    dossiers.push(await dossierOf(context(), proposal));
    await next();
  }
  return {
    group: group!,
    figures,
    coverage: coverage as DossierCoverage,
    milestones,
    meetings,
    objectives: told,
    dossiers,
  };
}

async function objectiveTold(context: Context, objective: Objective): Promise<ObjectiveTold> {
  const [questionnaire, synthesis] = await Promise.all([
    questionnaireOf(context, objective.id),
    synthesisOf(context, objective.id),
  ]);
  const versions = synthesis ? await versionsOf(context, synthesis.id) : [];
  const version = versions.find((each) => each.version === synthesis!.version && each.state === "PUBLISHED");
  if (!synthesis || !version) return { objective, questionnaire, synthesis: null };
  const chain = await chainOf(context, synthesis, version);
  return { objective, questionnaire, synthesis: { chain, beside: await besideOf(context, chain) } };
}

/** The passages that all of it stands on and that can be read, each once, in the order in which it is told. */
export function sourcesOfGroup({ objectives, dossiers }: Pick<GroupChain, "objectives" | "dossiers">): PassageSource[] {
  const all = [
    ...objectives.flatMap(({ synthesis }) => (synthesis ? sourcesOfChain(synthesis.chain) : [])),
    ...dossiers.flatMap(sourcesIn),
  ];
  return [...new Map(all.map((source) => [source.passage.id, source])).values()];
}

/** Sources cited by a synthesis that are still readable: a later report leaves out what was withdrawn. */
const sourcesOfChain = ({ paragraphs, keyPoints }: Chain): PassageSource[] =>
  paragraphs.flatMap(({ on, against, sources }) => [
    ...readable(sources),
    ...[...on, ...against].flatMap((id) => readable(keyPoints.get(id)!.sources)),
  ]);

/** Words that anybody reads. */
export const readable = (sources: readonly PassageSource[]) => sources.filter(({ state }) => state === "PUBLISHED");
