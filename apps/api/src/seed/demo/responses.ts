import { createHash } from "node:crypto";
import { Contributions } from "../../domain/listen/contribution/contribution.entity.ts";
import { receiptDigest } from "../../domain/listen/response/codes.ts";
import { follow } from "../../domain/listen/follow/follow.ts";
import { Follows } from "../../domain/listen/follow/follow.entity.ts";
import { Answers, Responses } from "../../domain/listen/response/response.entity.ts";
import type { Appearance, TextStatus, NotRetainedReason } from "../../graphql/resolvers.generated.ts";
import { content } from "../content.ts";
import { numberOf, sourceKeyPoints, type SourceResponse } from "./pack.ts";
import { participants } from "./people.ts";
import { revisionAt, rewordingOf } from "./rewordings.ts";
import type { Demo } from "./rows.ts";

/** A text of a response, as it was kept. */
export interface Text {
  contributionId: string;
  response: SourceResponse;
  questionId: string;
  body: string;
  status: TextStatus;
}

/** The texts by the response and the question they answer, and by the response alone. */
export interface Texts {
  all: Text[];
  answering: (responseId: string, questionId: string) => Text | undefined;
  of: (responseId: string) => Text[];
}

/** Question that tells the sectors of a response; the fourth questionnaire has none. */
const sectorQuestion: Record<string, string> = { q1: "q1-2", q2: "q2-2", q3: "q3-1" };

type Asked = { id: string; repeatBy?: string; objectiveId: string; questions: { id: string; type: string }[] };

/** The responses that came by the day of the demonstration: closed answers, and a contribution for each open one. */
export function responses(demo: Demo, sent: SourceResponse[]): Texts {
  const { clock, ids, put, territory, theme } = demo;
  const asked = content<Asked[]>("questionnaires.json");
  const types = new Map(asked.flatMap(({ questions }) => questions.map(({ id, type }) => [id, type])));
  const questionnaireOf = new Map(asked.map((it) => [it.id, it]));
  const quoted = new Set(
    sourceKeyPoints()
      .filter(({ statedAt }) => clock.past(statedAt))
      .flatMap(({ passages }) => passages.map(({ responseId, questionId }) => `${responseId} ${questionId}`)),
  );

  const heads = new Map(
    sent.map((source) => {
      const { author, answers, submittedAt } = source;
      const { repeatBy, objectiveId } = questionnaireOf.get(source.questionnaireId)!;
      const place = territory("DEPARTMENT", source.territory.departmentCode);
      const appearance = appearanceOf(source);
      const organisation = Object.entries(answers).find(([key]) => types.get(key) === "ORGANISATION_TYPE")?.[1];
      return [
        source.id,
        {
          objectiveId: ids.ordered(objectiveId),
          repeatKey: (repeatBy && (answers[repeatBy] as string | null)) || "",
          appearance,
          authorName: appearance === "NAMED" ? author.displayName : null,
          organisationType: (organisation as string | undefined) ?? author.organisationType,
          territoryId: place.id,
          regionId: place.regionId,
          sectors: ([] as string[]).concat((answers[sectorQuestion[source.questionnaireId]!] as string[]) ?? []),
          on: clock.day(submittedAt),
          at: revisionAt(demo, source.questionnaireId, submittedAt),
          meetingId: source.localMeetingId ? ids.ordered(source.localMeetingId) : null,
        },
      ];
    }),
  );

  const claimed = claims(demo, sent);
  put(
    Responses,
    sent.map((source) => {
      const { objectiveId: _, on, at, ...head } = heads.get(source.id)!;
      const id = ids.random(source.id);
      return {
        id,
        questionnaireId: ids.ordered(source.questionnaireId),
        key: `demo-${source.id}`,
        digest: createHash("sha256").update(JSON.stringify(source.answers)).digest("hex"),
        receiptDigest: receiptDigest(id),
        channel: source.channel,
        status: statusOf(source),
        ...head,
        submittedOn: on,
        submittedAt: head.appearance === "NAMED" ? clock.done(source.submittedAt) : null,
        paperReference: source.paper?.reference ?? null,
        questionnaireRevision: at,
        fictional: true,
      };
    }),
  );

  put(
    Follows,
    sent.flatMap(({ id }) => {
      const value = claimed.get(id);
      return value ? [follow({ kind: "ACCOUNT", responseId: ids.random(id), value })] : [];
    }),
  );

  put(
    Answers,
    sent.flatMap(({ id, answers, questionnaireId }) =>
      Object.entries(answers).flatMap(([questionId, value]) => {
        const type = types.get(questionId);
        if (!type || type === "LONG_TEXT" || value === null) return [];
        return {
          responseId: ids.random(id),
          questionId: ids.ordered(questionId),
          value: type === "TERRITORY" ? `DEPARTMENT:${(value as { departmentCode: string }).departmentCode}` : value,
          other: (answers[`${questionId}-other`] as string | undefined) ?? null,
          questionRevision: rewordingOf(demo, questionnaireId)?.questionId === questionId ? heads.get(id)!.at : 1,
        };
      }),
    ),
  );

  const all = sent.flatMap((response) =>
    Object.entries(response.answers).flatMap(([questionId, value]) => {
      // A short answer is a text of its own only when words of it were marked.
      const open = types.get(questionId) === "LONG_TEXT" || quoted.has(`${response.id} ${questionId}`);
      if (!open || typeof value !== "string") return [];
      const status = statusOf(response);
      const contributionId = ids.random(`${response.id} ${questionId}`);
      return { contributionId, response, questionId, body: value, status };
    }),
  );
  put(
    Contributions,
    all.map(({ contributionId, response, questionId, body, status }) => {
      const { on, at, repeatKey: _, ...head } = heads.get(response.id)!;
      return {
        id: contributionId,
        themeId: theme(11).id,
        responseId: ids.random(response.id),
        questionId: ids.ordered(questionId),
        questionRevision: rewordingOf(demo, response.questionnaireId)?.questionId === questionId ? at : 1,
        channel: response.channel,
        body,
        status,
        ...head,
        contributedOn: on,
        ...notRetained(demo, response, questionId),
        fictional: true,
      };
    }),
  );

  const byQuestion = new Map(all.map((it) => [`${it.response.id} ${it.questionId}`, it]));
  return {
    all,
    answering: (responseId, questionId) => byQuestion.get(`${responseId} ${questionId}`),
    of: (responseId) => all.filter(({ response }) => response.id === responseId),
  };
}

/** Account of each response that a fictional participant sent under the name of their account. */
function claims({ ids }: Demo, sent: SourceResponse[]): Map<string, string> {
  const accounts = new Map(participants().map(({ id, displayName }) => [displayName, ids.ordered(id)]));
  return new Map(
    sent.flatMap(({ id, author }) => {
      const account = author.displayName && accounts.get(author.displayName);
      return account ? [[id, account] as const] : [];
    }),
  );
}

/** Choosing is the consent: what its author keeps from being published is counted, under no name. */
const statusOf = ({ status }: SourceResponse): TextStatus => (status === "UNPUBLISHED" ? "UNPUBLISHED" : "VISIBLE");

function appearanceOf({ status, author }: SourceResponse): Appearance {
  if (status === "UNPUBLISHED") return "UNPUBLISHED";
  return author.identityMode === "ANONYMOUS" ? "ANONYMOUS" : "NAMED";
}

const reasons: Record<string, NotRetainedReason> = {
  MERGED: "ALREADY_SAID",
  OUT_OF_SCOPE: "OUT_OF_SCOPE",
  NOT_ACTIONABLE: "NOT_ACTIONABLE",
  NOTHING_TO_ADD: "NOTHING_TO_ADD",
};

function notRetained({ clock, theme }: Demo, { outcomes }: SourceResponse, asked: string) {
  const end = outcomes.find(
    ({ outcome, at, questionId = asked }) => reasons[outcome] && clock.past(at) && questionId === asked,
  );
  return {
    notRetained: end ? reasons[end.outcome]! : null,
    notRetainedNote: end?.reason ?? null,
    notRetainedOn: end ? clock.day(end.at) : null,
    forwardedThemeId: end?.forwardedToThemeId ? theme(numberOf(end.forwardedToThemeId)).id : null,
  };
}
