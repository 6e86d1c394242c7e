import type { Channel } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";

/** Event in the life of a response, as the content tells it. */
export interface Outcome {
  outcome: "RECEIVED" | "QUOTED" | "LINKED_TO_INITIATIVE" | "USED_IN_PROPOSAL" | "CARRIED" | "ANSWERED" | NotKept;
  at: string;
  targetId?: string;
  reason?: string;
  forwardedToThemeId?: string;
  /** The one text it is about; all those of the response when left out. */
  questionId?: string;
}

type NotKept = "MERGED" | "OUT_OF_SCOPE" | "NOT_ACTIONABLE" | "NOTHING_TO_ADD";

/** One filled questionnaire of the content. */
export interface SourceResponse {
  id: string;
  questionnaireId: string;
  author: {
    displayName: string;
    identityMode: "ORGANISATION" | "PSEUDONYM" | "ANONYMOUS";
    organisationType: string;
  };
  territory: { departmentCode: string };
  channel: Channel;
  submittedAt: string;
  status: "PUBLISHED" | "UNPUBLISHED" | "MASKED";
  paper?: { reference: string };
  localMeetingId?: string;
  answers: Record<string, unknown>;
  outcomes: Outcome[];
}

export const sourceResponses = () =>
  [1, 2, 3, 4].flatMap((number) => content<SourceResponse[]>(`contributions/q${number}.json`));

/** Key point, as the content holds it. */
export interface SourceKeyPoint {
  id: string;
  objectiveId: string;
  nature: "FINDING" | "DEFINITION" | "PROBLEM" | "LEVER" | "ARGUMENT" | "OBJECTION" | "EXAMPLE";
  statement: string;
  statedAt: string;
  passages: { responseId: string; questionId: string; quote: string }[];
}

export const sourceKeyPoints = () => content<SourceKeyPoint[]>("key-points.json");

/** The number at the end of an id of the content: 11 of « theme-11 ». */
export const numberOf = (id: string) => Number(id.match(/\d+$/)?.[0]);
