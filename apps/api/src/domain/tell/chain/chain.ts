/** The eight links of an objective, as one person of the team sees them. Pure: it reads the row it is given. */
import type { ChainState, ChainStep, ChainWaitKind, Role } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { questionnairePolicy, questionnaireState } from "../../listen/questionnaire/questionnaire.policy.ts";
import { curationPolicy } from "../../propose/curation/curation.policy.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import type { QuestionnaireState, SynthesisState } from "../../../graphql/resolvers.generated.ts";
import { chainPolicy } from "./chain.policy.ts";
import type { ChainRow } from "./chain.queries.ts";

/** Something that waits at a link. */
export interface ChainWait {
  kind: ChainWaitKind;
  count: number;
  role: Role;
  mine: boolean;
  since: string | null;
}

/** One link of the chain of an objective. */
export interface ChainLink {
  step: ChainStep;
  state: ChainState;
  count: number | null;
  questionnaireState: QuestionnaireState | null;
  synthesisState: SynthesisState | null;
  version: number | null;
  on: string | null;
  waits: ChainWait[];
  path: string | null;
}

/** The links of one objective. */
export interface ChainLine {
  objectiveId: string;
  current: boolean;
  links: ChainLink[];
}

/** True for whoever may do what waits at some links. */
interface Can {
  read: boolean;
  run: boolean;
  second: boolean;
  enter: boolean;
  curate: boolean;
  drafts: boolean;
}

/** The chain of an objective for a viewer, at an instant. */
export function chainLine(row: ChainRow, viewer: Viewer, now: Date): ChainLine {
  const { groupId } = row;
  const can: Can = {
    read: readingPolicy.hold(viewer, groupId),
    run: questionnairePolicy.compose(viewer, groupId),
    second: questionnairePolicy.publish(viewer, row, groupId, row.smallTeam),
    enter: questionnairePolicy.enterPaper(viewer, groupId),
    curate: curationPolicy.hold(viewer, groupId),
    drafts: chainPolicy.seeDrafts(viewer, groupId),
  };
  const phase = row.questionnaire === null ? null : questionnaireState(row, now);
  const links = [
    questionnaireLink(row, phase, can),
    responsesLink(row, phase, can, viewer),
    readingLink(row, can),
    keyPointsLink(row, can),
    synthesisLink(row, can, viewer),
    proposalsLink(row, can),
    handoversLink(row, can),
    repliesLink(row, can),
  ];
  return { objectiveId: row.id, current: phase === "OPEN" || phase === "PAUSED", links };
}

const wait = (kind: ChainWaitKind, count: number, role: Role, mine: boolean, since: string | null = null) =>
  count > 0 ? [{ kind, count, role, mine, since }] : [];

/** A link, whose state is told by what waits there, else by whether something is there. */
const link = (step: ChainStep, there: boolean, it: Partial<ChainLink>): ChainLink => ({
  step,
  state: it.waits?.length ? "WAITING" : there ? "DONE" : "TO_COME",
  count: null,
  questionnaireState: null,
  synthesisState: null,
  version: null,
  on: null,
  waits: [],
  path: null,
  ...it,
});

function questionnaireLink(row: ChainRow, phase: QuestionnaireState | null, can: Can): ChainLink {
  const shown = phase !== "DRAFT" || can.drafts || can.run;
  const asked = row.publicationAskedById !== null;
  const waits =
    phase !== "DRAFT" || !shown
      ? []
      : asked
        ? wait("QUESTIONNAIRE_TO_PUBLISH", 1, "FACILITATOR", can.second, row.askedOn)
        : wait("QUESTIONNAIRE_TO_OPEN", 1, "FACILITATOR", can.run);
  const isOut = phase !== null && phase !== "DRAFT";
  return link("QUESTIONNAIRE", isOut && phase !== "SCHEDULED", {
    questionnaireState: shown ? phase : null,
    on: phase === null ? row.questionnaireDue : isOut || shown ? dayFor(row, phase) : null,
    waits,
    path: !row.questionnaire
      ? null
      : can.run
        ? `/questionnaires/write/${row.questionnaire}`
        : isOut
          ? `/questionnaires/${row.questionnaire}`
          : null,
  });
}

/** The day that matters of a questionnaire: it opens, or it closes. */
function dayFor({ opensAt, closesAt }: ChainRow, phase: QuestionnaireState | null): string | null {
  if (phase === null) return null;
  return dayOf(phase === "DRAFT" || phase === "SCHEDULED" ? opensAt : closesAt);
}

function responsesLink(row: ChainRow, phase: QuestionnaireState | null, can: Can, viewer: Viewer): ChainLink {
  const open = phase === "OPEN" || phase === "PAUSED";
  const results = questionnairePolicy.readResults(viewer, row.groupId);
  const stir = chainPolicy.stir(viewer, row.groupId, row.silent);
  return link("RESPONSES", row.responses > 0, {
    count: row.responses,
    waits: open ? wait("SILENT_REGIONS", row.silent.length, "REFERENT", stir) : [],
    path:
      !row.questionnaire || phase === "DRAFT" || phase === "SCHEDULED"
        ? null
        : results
          ? `/questionnaires/${row.questionnaire}/results`
          : can.enter
            ? `/paper/${row.questionnaire}`
            : null,
  });
}

const readingLink = (row: ChainRow, can: Can): ChainLink =>
  link("READING", row.texts, {
    waits: wait("TEXTS_TO_READ", row.unread, "RAPPORTEUR", can.read, row.unreadSince),
    path: can.read ? `/reading?objective=${row.slug}` : null,
  });

const keyPointsLink = (row: ChainRow, can: Can): ChainLink =>
  link("KEY_POINTS", row.stated > 0, {
    count: row.stated,
    waits: can.drafts ? wait("KEY_POINTS_TO_STATE", row.working, "RAPPORTEUR", can.read) : [],
    path: can.read ? `/reading/key-points?objective=${row.slug}` : row.stated > 0 ? `/objectives/${row.slug}` : null,
  });

function synthesisLink(row: ChainRow, can: Can, viewer: Viewer): ChainLink {
  const isOut = row.synthesisState !== null && row.synthesisState !== "DRAFT";
  const second = can.read && (row.smallTeam || row.circulatedById !== viewer.id);
  const waits =
    row.underWay === "CIRCULATING"
      ? wait("SYNTHESIS_TO_PUBLISH", 1, "RAPPORTEUR", second, row.circulatedOn)
      : row.underWay === "DRAFT" && can.drafts
        ? wait("SYNTHESIS_TO_CIRCULATE", 1, "RAPPORTEUR", can.read)
        : [];
  // Page on which a synthesis is begun, once there are statements to write from.
  const begins = can.read && row.stated > 0 ? "/reading#syntheses" : null;
  const written = row.synthesis !== null && row.underWay !== "PUBLISHED";
  return link("SYNTHESIS", row.synthesisState === "PUBLISHED", {
    synthesisState: isOut || can.drafts ? row.synthesisState : null,
    version: isOut || can.drafts ? row.version : null,
    on: row.publishedOn ?? (row.synthesisState === null ? row.synthesisDue : null),
    waits,
    path: can.read && written ? `/syntheses/${row.synthesis}/write` : isOut ? `/syntheses/${row.synthesis}` : begins,
  });
}

function proposalsLink(row: ChainRow, can: Can): ChainLink {
  const count = can.drafts ? row.proposals : row.publicProposals;
  // One is opened from a key point that is stated.
  const begins = can.read && row.stated > 0 ? `/reading/key-points?objective=${row.slug}` : null;
  return link("PROPOSALS", count > 0, {
    count,
    on: count > 0 ? null : row.presentationDue,
    waits: [
      ...(can.drafts ? wait("PROPOSALS_TO_CONFIRM", row.toConfirm, "RAPPORTEUR", can.drafts) : []),
      ...wait("AMENDMENTS_TO_SETTLE", row.amendments, "RAPPORTEUR", can.read, row.amendmentsSince),
    ],
    path: count === 0 ? begins : can.curate && row.amendments > 0 ? `/groups/${row.groupSlug}/curation` : "/proposals",
  });
}

const handoversLink = (row: ChainRow, can: Can): ChainLink =>
  link("HANDOVERS", row.handovers > 0, {
    count: row.handovers,
    on: row.handovers > 0 ? null : row.handoverDue,
    waits: [
      ...wait("HANDOVERS_OVERDUE", row.overdue, "RAPPORTEUR", can.read, row.overdueSince),
      ...wait("PROPOSALS_TO_CARRY", row.toCarry, "RAPPORTEUR", can.read),
    ],
    path: row.handovers + row.toCarry > 0 ? "/handovers" : null,
  });

function repliesLink(row: ChainRow, can: Can): ChainLink {
  const isOut = row.synthesisState === "PUBLISHED";
  const left = isOut && can.drafts ? row.withoutEnd : 0;
  return link("REPLIES", row.replies > 0 || (isOut && row.texts), {
    count: row.replies,
    waits: [
      ...(can.drafts ? wait("REPLIES_TO_CONFIRM", row.repliesToConfirm, "RAPPORTEUR", can.read, row.repliesSince) : []),
      ...wait("TEXTS_WITHOUT_END", left, "RAPPORTEUR", can.read),
    ],
    path:
      left > 0 && can.read
        ? `/reading?objective=${row.slug}&only=without-end`
        : row.replies + row.repliesToConfirm > 0
          ? "/handovers"
          : null,
  });
}
