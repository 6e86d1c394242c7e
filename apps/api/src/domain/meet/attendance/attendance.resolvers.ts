import type { AttendanceChannel, Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { linkCode } from "../../../platform/linkCode.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { channels, presentIn } from "../meeting/presence.ts";
import { stepped, steps } from "../meeting/steps.ts";
import { attend, changeAttendance, confirmAttendance, withdrawAttendance } from "./attendance.commands.ts";
import type { Coming } from "./attendance.entity.ts";
import { attendancePolicy } from "./attendance.policy.ts";
import { attendanceOfCode, comersOf, countedAt, hasAddress, waitingBefore } from "./attendance.queries.ts";

type Row = Awaited<ReturnType<typeof countedAt>>[number];

/** People with a place, counted by something: those who wait are told apart. */
async function countBy<Key>(context: Context, { meetingId }: Coming, of: (row: Row) => Key, told = false) {
  const counts = new Map<Key, number>();
  for (const row of await countedAt(context, meetingId))
    if (!row.waiting && (row.told || !told)) counts.set(of(row), (counts.get(of(row)) ?? 0) + row.people);
  return new Map([...counts].toSorted(([, a], [, b]) => b - a));
}

const total = (counts: ReadonlyMap<unknown, number>) => [...counts.values()].reduce((sum, people) => sum + people, 0);

const placed = (counts: Iterable<[string | null, number]>) =>
  [...counts].flatMap(([territoryId, people]) => (territoryId ? [{ territoryId, people }] : []));

const byWay = (counts: Iterable<[AttendanceChannel, number]>) =>
  [...counts].map(([channel, people]) => ({ channel, people }));

/** Regions that may be told; people of no region are among those that are not. */
async function regionsOf(context: Context, coming: Coming) {
  const counts = await countBy(context, coming, ({ regionId }) => regionId, true);
  return placed(steps(counts, (await territories(context, "REGION")).length + 1));
}

/** Regions that people who are told come from, however few from each; null while nobody is told. */
async function heardRegions(context: Context, coming: Coming): Promise<ReadonlySet<string> | null> {
  const counts = await countBy(context, coming, ({ regionId }) => regionId, true);
  return counts.size === 0 ? null : new Set([...counts.keys()].filter((id) => id !== null));
}

/** Seats left; null where nobody counts them. */
async function seats(context: Context, coming: Coming) {
  if (coming.capacity === null) return null;
  const seated = (await countBy(context, coming, ({ channel }) => channel)).get("ROOM") ?? 0;
  return Math.max(0, coming.capacity - seated);
}

export const attendanceResolvers: Resolvers = {
  Query: {
    ownAttendance: (_, { code }, context) => attendanceOfCode(context, code),
  },
  Mutation: {
    attend: (_, { input }, { run }) => run((act) => attend(act, input)),
    changeAttendance: (_, { input }, { run }) => run((tx) => changeAttendance(tx, input)),
    withdrawAttendance: (_, { input }, { run }) => run((tx) => withdrawAttendance(tx, input)),
    confirmAttendance: (_, { input }, { run }) => run((tx) => confirmAttendance(tx, input)),
  },
  Meeting: {
    mayAttend: (meeting, _, { now }) => attendancePolicy.attend(meeting, now),
    coming: (meeting) => ({ meetingId: meeting.id, capacity: meeting.capacity, meeting }),
    comers: (meeting, _, context) => comersOf(context, meeting),
  },
  Coming: {
    total: async (coming, _, context) => total(await countBy(context, coming, () => true)),
    waiting: async ({ meetingId }, _, context) =>
      stepped((await countedAt(context, meetingId)).reduce((sum, row) => sum + (row.waiting ? row.people : 0), 0)) ?? 0,
    seatsLeft: async (coming, _, context) => stepped((await seats(context, coming)) ?? 0),
    full: async (coming, _, context) => (await seats(context, coming)) === 0,
    byRegion: (coming, _, context) => regionsOf(context, coming),
    elsewhere: async (coming, _, context) =>
      total(await countBy(context, coming, () => true)) - presentIn(await regionsOf(context, coming)),
    regionCount: async (coming, _, context) => (await heardRegions(context, coming))?.size ?? null,
    silent: async (coming, _, context) => {
      const heard = await heardRegions(context, coming);
      return heard ? (await territories(context, "REGION")).filter(({ id }) => !heard.has(id)) : [];
    },
    byChannel: async (coming, _, context) =>
      byWay(steps(await countBy(context, coming, ({ channel }) => channel, true), channels)),
    exact: (coming, _, { viewer }) => (attendancePolicy.read(viewer, coming.meeting) ? coming : null),
  },
  ExactComing: {
    byRegion: async (coming, _, context) => placed(await countBy(context, coming, ({ regionId }) => regionId)),
    nowhere: async (coming, _, context) => (await countBy(context, coming, ({ regionId }) => regionId)).get(null) ?? 0,
    byChannel: async (coming, _, context) => byWay(await countBy(context, coming, ({ channel }) => channel)),
  },
  Comer: {
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
  },
  OwnAttendance: {
    code: ({ id }) => linkCode("attendance", id),
    meeting: async ({ meetingId }, _, { load }) => (await load(Meetings, meetingId))!,
    territory: ({ territoryId }, _, { load }) => load(Territories, territoryId),
    before: (own, _, context) => waitingBefore(context, own),
    hasAddress: (own, _, context) => hasAddress(context, own),
  },
};
