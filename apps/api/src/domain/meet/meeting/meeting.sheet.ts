import { firstYear } from "../../../platform/day.ts";
import type { Complete, Forgotten, Kept } from "@cahier/schema/fields";
import { limits, longestPoint, mostPoints } from "@cahier/schema/limits";
import { meetingFields } from "@cahier/schema/meet/meeting.fields";
import { type EntityManager, In } from "typeorm";
import type { AgendaItemInput, MeetingFieldsInput } from "../../../graphql/resolvers.generated.ts";
import { readFields } from "../../../platform/fields.ts";
import { noted, type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { givenLine, givenText, isId, neededLine } from "../../../platform/text/text.ts";
import { Objectives, type WorkingGroup } from "../../ground/group/group.entity.ts";
import { pageAddress } from "../../../platform/text/pageAddress.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { territoryNamed } from "../../ground/territory/territory.queries.ts";
import { Documents } from "../document/document.entity.ts";
import type { AgendaItem, Meeting } from "./meeting.entity.ts";
import { hoursOf, instantsOf, noHours } from "./hours.ts";

type Placed = Pick<Meeting, "startsAt" | "endsAt" | "remote" | "territoryId" | "regionId">;

/** A meeting as it is kept, and what hangs from it; null where an edit leaves it as it is. */
export interface MeetingSheet {
  words: Kept<typeof meetingFields> & Placed;
  objectives: string[] | null;
  documents: string[] | null;
  agenda: (Omit<AgendaItem, "id" | "meetingId"> & { id: string | null })[] | null;
}

type Beside = "day" | "from" | "until" | "territory" | "objectives" | "documents" | "agenda";

/** An input that no field keeps would be accepted and thrown away: it does not compile. */
export type NothingForgotten = Complete<Forgotten<MeetingFieldsInput, typeof meetingFields, Beside>>;

/** Reads a sheet, new or over the one `before`; all that is wrong with it is refused at once, each at its field. */
export async function sheetOf(
  db: EntityManager,
  group: Pick<WorkingGroup, "id" | "timeZone">,
  input: MeetingFieldsInput,
  before: Meeting | null,
  now: Date,
  held: boolean,
): Promise<MeetingSheet> {
  const problems: ProblemFound[] = [];
  const words = readFields(meetingFields, input, before, problems);
  const onlineLink = words.onlineLink && pageAddress(words.onlineLink);
  if (words.onlineLink && !onlineLink) problems.push({ code: "NOT_A_LINK", field: "onlineLink" });
  const times = await timesOf(db, group, input, before, { now, held }, problems);
  const place = await placeOf(db, words.kind, input, before, problems);
  const objectives = await objectivesNamed(db, group.id, input.objectives, problems);
  const documents = await documentsNamed(db, input.documents, problems);
  const agenda = input.agenda == null ? null : input.agenda.map((point, at) => pointOf(point, at, problems));
  if (agenda && agenda.length > mostPoints)
    problems.push({ code: "TOO_MANY_CHOICES", field: "agenda", value: String(mostPoints) });
  if (problems.length > 0) throw new Refusal(problems);
  const remote =
    !!onlineLink || words.relayRooms.length > 0 || (before?.onlineLink === onlineLink && (before?.remote ?? false));
  const kept = { ...words, onlineLink: onlineLink || null, ...times, ...place, remote };
  return { words: kept, objectives, documents, agenda };
}

/** The beginning and the end, as instants: a beginning that is kept may be past, a new one of a meeting that was held alone. */
async function timesOf(
  db: EntityManager,
  { timeZone }: Pick<WorkingGroup, "timeZone">,
  { day, from, until }: MeetingFieldsInput,
  before: Meeting | null,
  { now, held }: { now: Date; held: boolean },
  problems: ProblemFound[],
): Promise<Pick<Placed, "startsAt" | "endsAt">> {
  const is = before && hoursOf(before, timeZone);
  // A field that was not touched stays: an hour that comes twice in the night of a change is not chosen again.
  if (is && is.day === day && is.from === from && is.until === (until || null))
    return { startsAt: before.startsAt, endsAt: before.endsAt };
  const instants = await instantsOf(db, { day, from, until }, timeZone, problems);
  const same = instants.startsAt.getTime() === before?.startsAt.getTime();
  if (same || instants === noHours) return instants;
  if (held && day < `${firstYear}`) problems.push({ code: "OUT_OF_RANGE", field: "day", value: `≥ ${firstYear}` });
  if (held && instants.endsAt > now) problems.push({ code: "NOT_YET", field: "day" });
  if (!held && instants.startsAt <= now) problems.push({ code: "IN_THE_PAST", field: "day" });
  return instants;
}

async function placeOf(
  db: EntityManager,
  kind: Meeting["kind"],
  { territory: slug }: MeetingFieldsInput,
  before: Meeting | null,
  problems: ProblemFound[],
): Promise<Pick<Placed, "territoryId" | "regionId">> {
  const kept = slug === undefined && before;
  const territoryId = kept ? before.territoryId : noted(problems, await territoryNamed(db, slug));
  if (kind === "LOCAL" && !territoryId && !problems.some(({ field }) => field === "territory"))
    problems.push({ code: "TERRITORY_REQUIRED", field: "territory" });
  const territory = territoryId ? await db.findOneBy(Territories, { id: territoryId }) : null;
  return { territoryId: territory?.id ?? null, regionId: territory?.regionId ?? null };
}

/** Ids of the objectives of the group that were named; null where an edit says nothing of them. */
async function objectivesNamed(
  db: EntityManager,
  groupId: string,
  named: readonly string[] | null | undefined,
  problems: ProblemFound[],
): Promise<string[] | null> {
  if (!named) return null;
  const slugs = slugsOf(named);
  const found = slugs.length > 0 ? await db.findBy(Objectives, { groupId, slug: In(slugs.slice(0, 100)) }) : [];
  if (found.length < slugs.length) problems.push({ code: "UNKNOWN_CHOICE", field: "objectives" });
  return found.map(({ id }) => id);
}

/** Ids of the documents that were named; null where an edit says nothing of them. */
async function documentsNamed(
  db: EntityManager,
  named: readonly string[] | null | undefined,
  problems: ProblemFound[],
): Promise<string[] | null> {
  if (!named) return null;
  const slugs = slugsOf(named);
  const found = slugs.length > 0 ? await db.findBy(Documents, { slug: In(slugs.slice(0, 100)) }) : [];
  if (found.length < slugs.length) problems.push({ code: "UNKNOWN_CHOICE", field: "documents" });
  return found.map(({ id }) => id);
}

const slugsOf = (named: readonly string[]) => [...new Set(named.map((slug) => slug.replaceAll("\0", "")))];

function pointOf({ id, title, minutes, detail, lead }: AgendaItemInput, at: number, problems: ProblemFound[]) {
  const field = (name: string) => `agenda.${at}.${name}`;
  if (minutes < 1 || minutes > longestPoint)
    problems.push({ code: "OUT_OF_RANGE", field: field("minutes"), value: `1–${longestPoint}` });
  return {
    id: id && isId(id) ? id.toLowerCase() : null,
    position: at + 1,
    minutes,
    title: noted(problems, () => neededLine(title, field("title"), limits["agendaItem.title"])) ?? "",
    detail: noted(problems, () => givenText(detail, field("detail"), limits["agendaItem.detail"])),
    lead: noted(problems, () => givenLine(lead, field("lead"), limits["agendaItem.lead"])),
  };
}
