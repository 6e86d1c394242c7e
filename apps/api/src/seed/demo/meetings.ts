import {
  AgendaItems,
  MeetingDocuments,
  MeetingObjectives,
  Meetings,
} from "../../domain/meet/meeting/meeting.entity.ts";
import { type MinutesBlock, MinutesBlocks, MinutesTable } from "../../domain/meet/minutes/minutes.entity.ts";
import type { MinutesState } from "../../graphql/resolvers.generated.ts";
import { daysOfReview } from "../../domain/meet/minutes/minutes.commands.ts";
import { dayOf } from "../../platform/day.ts";
import { content } from "../content.ts";
import { templatesReady } from "./documents.ts";
import type { Demo } from "./rows.ts";

interface National {
  id: string;
  number: number;
  title: string;
  startsAt: string;
  endsAt: string;
  objectiveIds: string[];
  place: string;
  remote: boolean;
  preparation: string[];
  purpose: string;
  agenda: { minutes: number; title: string; detail: string; lead: string }[];
}

interface Local {
  id: string;
  title: string;
  date: string;
  territory: { departmentCode: string };
  town: string;
  objectiveId: string;
  participants: number;
  template: string;
}

/** The five meetings of the group and the seven of its territories, the coming ones included: they are announced. */
export function meetings(demo: Demo) {
  const { clock, ids, put, territory } = demo;
  const national = content<National[]>("meetings.json");
  const local = content<Local[]>("local-meetings.json");
  const common = { groupId: ids.ordered("group"), cancelledReason: null, fictional: true };
  put(
    Meetings,
    national.map(({ id, number, title, startsAt, endsAt, place, remote, purpose }) => ({
      ...common,
      id: ids.ordered(id),
      slug: `reunion-${number}`,
      kind: "NATIONAL",
      number,
      title,
      startsAt: clock.instant(startsAt),
      endsAt: clock.instant(endsAt),
      place,
      remote,
      purpose,
      territoryId: null,
      regionId: null,
      participants: null,
    })),
  );
  put(
    Meetings,
    local.map(({ id, title, date, town, participants, territory: { departmentCode } }, index) => {
      const department = territory("DEPARTMENT", departmentCode);
      return {
        ...common,
        id: ids.ordered(id),
        slug: `locale-${index + 1}`,
        kind: "LOCAL",
        number: null,
        title,
        startsAt: clock.instant(date),
        endsAt: null,
        place: town,
        remote: false,
        purpose: null,
        territoryId: department.id,
        regionId: department.regionId,
        participants: clock.past(date) ? participants : null,
      };
    }),
  );
  const objectives = [
    ...national.flatMap(({ id, objectiveIds }) => objectiveIds.map((objectiveId) => ({ id, objectiveId }))),
    ...local,
  ];
  put(
    MeetingObjectives,
    objectives.map(({ id, objectiveId }) => ({
      meetingId: ids.ordered(id),
      objectiveId: ids.ordered(objectiveId),
    })),
  );
  // A synthesis that a meeting prepares with is reached by its objective.
  const papers = [
    ...national.flatMap(({ id, preparation }) => preparation.map((template) => ({ id, template }))),
    ...local,
  ].filter(({ template }) => template.startsWith("support-") && clock.past(templatesReady));
  put(
    MeetingDocuments,
    papers.map(({ id, template }) => ({ meetingId: ids.ordered(id), documentId: ids.ordered(template) })),
  );
  put(
    AgendaItems,
    national.flatMap(({ id, agenda }) =>
      agenda.map(({ minutes, title, detail, lead }, position) => ({
        id: ids.next(),
        meetingId: ids.ordered(id),
        position: position + 1,
        minutes,
        title,
        detail: detail || null,
        lead,
      })),
    ),
  );
  minutesOf(demo);
}

interface Report {
  id: string;
  meetingId: string;
  status: MinutesState;
  publishedAt: string;
  version: number;
  attendance: { present: number; excused: number; remote: number; regions: number };
  facts: string;
  discussion: { topic: string; text: string }[];
  decisions: { text: string; owner: string; due: string }[];
  actions: { text: string; owner: string; due: string; done: boolean }[];
  openQuestions: string[];
}

function minutesOf({ clock, ids, put }: Demo) {
  const there = content<Report[]>("comptes-rendus/minutes.json").filter((it) => clock.past(it.publishedAt));
  put(
    MinutesTable,
    there.map(({ id, meetingId, status, publishedAt, version, attendance, facts, openQuestions }) => ({
      id: ids.ordered(id),
      meetingId: ids.ordered(meetingId),
      state: status,
      publishedAt: status === "PUBLISHED" ? clock.done(publishedAt) : null,
      reviewUntil: dayOf(clock.instant(publishedAt), status === "PUBLISHED" ? 0 : daysOfReview),
      version,
      ...attendance,
      facts,
      openQuestions,
    })),
  );
  const nothing = { topic: null, owner: null, due: null, done: null };
  put(
    MinutesBlocks,
    there.flatMap(({ id, discussion, decisions, actions }) => {
      const blocks: Omit<MinutesBlock, "id" | "minutesId" | "position" | "droppedBecause" | "edit">[] = [
        ...discussion.map(({ topic, text }) => ({ ...nothing, kind: "NOTE" as const, topic, text })),
        ...decisions.map(({ text, owner, due }) => ({
          ...nothing,
          kind: "DECISION" as const,
          text,
          owner,
          due: clock.day(due),
        })),
        ...actions.map(({ text, owner, due, done }) => ({
          ...nothing,
          kind: "ACTION" as const,
          text,
          owner,
          due: clock.day(due),
          done: done && clock.past(due),
        })),
      ];
      return blocks.map((block, position) => ({
        id: ids.next(),
        minutesId: ids.ordered(id),
        position: position + 1,
        ...block,
      }));
    }),
  );
}
