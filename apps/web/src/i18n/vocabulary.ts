import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import type {
  HandoverState,
  InterlocutorLevel,
  KeyPointNature,
  ObjectiveState,
  ProposalState,
  ReactionKind,
  ReplyStance,
  StatementPart,
} from "../graphql/operations.generated.ts";

export type Names<Key extends string> = Readonly<Record<Key, () => string>>;

/** Names of the natures of key points over several of them, in the order in which they are read. */
export const natureHeadings: Names<KeyPointNature> = {
  DEFINITION: m.vocabulary_natures_DEFINITION,
  FINDING: m.vocabulary_natures_FINDING,
  PROBLEM: m.vocabulary_natures_PROBLEM,
  LEVER: m.vocabulary_natures_LEVER,
  ARGUMENT: m.vocabulary_natures_ARGUMENT,
  OBJECTION: m.vocabulary_natures_OBJECTION,
  EXAMPLE: m.vocabulary_natures_EXAMPLE,
};

/** Names of the states of an objective. */
export const objectiveStateNames: Names<ObjectiveState> = {
  PLANNED: m.vocabulary_objective_PLANNED,
  GATHERING: m.vocabulary_objective_GATHERING,
  CONSOLIDATING: m.vocabulary_objective_CONSOLIDATING,
  CIRCULATING: m.vocabulary_objective_CIRCULATING,
  SYNTHESIS_PUBLISHED: m.vocabulary_objective_SYNTHESIS_PUBLISHED,
};

/** Names of the states of a proposal. */
export const proposalStateNames: Names<ProposalState> = {
  OPEN: m.vocabulary_proposal_OPEN,
  STABILISED: m.vocabulary_proposal_STABILISED,
  ADOPTED: m.vocabulary_proposal_ADOPTED,
  DRAFT: m.vocabulary_proposal_DRAFT,
  MERGED: m.vocabulary_proposal_MERGED,
  SPLIT: m.vocabulary_proposal_SPLIT,
  SET_ASIDE: m.vocabulary_proposal_SET_ASIDE,
  WITHDRAWN: m.vocabulary_proposal_WITHDRAWN,
};

/** The same over several of them, in the order in which they are listed. */
export const proposalStateHeadings: Names<ProposalState> = {
  OPEN: m.vocabulary_proposals_OPEN,
  STABILISED: m.vocabulary_proposals_STABILISED,
  ADOPTED: m.vocabulary_proposals_ADOPTED,
  DRAFT: m.vocabulary_proposals_DRAFT,
  MERGED: m.vocabulary_proposals_MERGED,
  SPLIT: m.vocabulary_proposals_SPLIT,
  SET_ASIDE: m.vocabulary_proposals_SET_ASIDE,
  WITHDRAWN: m.vocabulary_proposals_WITHDRAWN,
};

/** The parts of an argument, in their order. */
export const partNames: Names<StatementPart> = {
  PROBLEM: m.vocabulary_part_PROBLEM,
  MEASURE: m.vocabulary_part_MEASURE,
  ARGUMENT: m.vocabulary_part_ARGUMENT,
  EFFECT: m.vocabulary_part_EFFECT,
  COST: m.vocabulary_part_COST,
  LIMIT: m.vocabulary_part_LIMIT,
};

/** The levels at which offices decide, from the nearest. */
export const levelNames: Names<InterlocutorLevel> = {
  LOCAL: m.vocabulary_level_LOCAL,
  DEPARTMENT: m.vocabulary_level_DEPARTMENT,
  REGIONAL: m.vocabulary_level_REGIONAL,
  NATIONAL: m.vocabulary_level_NATIONAL,
  EUROPEAN: m.vocabulary_level_EUROPEAN,
};

/** Names of the states of a handover. */
export const handoverStateNames: Names<HandoverState> = {
  IDENTIFIED: m.vocabulary_handover_IDENTIFIED,
  CONTACTED: m.vocabulary_handover_CONTACTED,
  HANDED_OVER: m.vocabulary_handover_HANDED_OVER,
  OVERDUE: m.vocabulary_handover_OVERDUE,
  REPLIED: m.vocabulary_handover_REPLIED,
  DONE: m.vocabulary_handover_DONE,
  ABANDONED: m.vocabulary_handover_ABANDONED,
};

/** Reads a key of a list from the address; null if it is none of them. */
export const chosen = <Key extends string>(names: Record<Key, unknown>, value: string | null): Key | null =>
  value !== null && Object.hasOwn(names, value) ? (value as Key) : null;

/** Names of the stances of a reply. */
export const stanceNames: Names<ReplyStance> = {
  ACCEPTED: m.vocabulary_stance_ACCEPTED,
  PARTLY: m.vocabulary_stance_PARTLY,
  REFUSED: m.vocabulary_stance_REFUSED,
  PASSED_ON: m.vocabulary_stance_PASSED_ON,
};

/** « J'appuie », « Je complète », « Je nuance », « J'ai une question », « J'apporte une source ». */
export const reactionNames: Names<ReactionKind> = {
  SUPPORT: m.vocabulary_reaction_SUPPORT,
  COMPLETE: m.vocabulary_reaction_COMPLETE,
  QUALIFY: m.vocabulary_reaction_QUALIFY,
  QUESTION: m.vocabulary_reaction_QUESTION,
  SOURCE: m.vocabulary_reaction_SOURCE,
};

/** The keys of names, in their order. */
export const keysOf = <Key extends string>(names: Names<Key>) => Object.keys(names) as Key[];

interface Term {
  key: string;
  label: string;
  labelEn: string;
}

/** A word of a closed list, in the language of the page. */
export const termLabel = (term: Term) => (getLocale() === "fr" ? term.label : term.labelEn);

/** The words of keys; a key that is in no list is shown as it is. */
export const termLabels = (terms: readonly Term[], keys: readonly string[]) =>
  keys.map((key) => {
    const term = terms.find((one) => one.key === key);
    return term ? termLabel(term) : key;
  });

/** « 6 personnes, 5 régions »; the regions are left out when none is known. */
export const peopleAndRegions = (it: { peopleCount: number; regionCount: number }) =>
  withRegions(m.vocabulary_people({ count: it.peopleCount }), it.regionCount);

/** « 6 personnes sur 30, 4 régions ». */
export const peopleOutOf = (it: { peopleCount: number; regionCount: number }, total: number) =>
  withRegions(`${m.vocabulary_people({ count: it.peopleCount })} ${m.vocabulary_out_of({ total })}`, it.regionCount);

/** « 14 réponses, 6 régions ». */
export const responsesAndRegions = (it: { peopleCount: number; regionCount: number }) =>
  withRegions(m.vocabulary_responses({ count: it.peopleCount }), it.regionCount);

const withRegions = (count: string, regions: number) =>
  regions ? `${count}, ${m.vocabulary_regions({ count: regions })}` : count;
