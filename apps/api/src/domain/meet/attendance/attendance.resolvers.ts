import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { linkCode } from "../../../platform/linkCode.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { territories } from "../../ground/territory/territory.queries.ts";
import { Meetings } from "../meeting/meeting.entity.ts";
import { attend, changeAttendance, confirmAttendance, withdrawAttendance } from "./attendance.commands.ts";
import type { Coming } from "./attendance.entity.ts";
import { attendancePolicy } from "./attendance.policy.ts";
import { attendanceOfCode, comersOf, countedAt, hasAddress, waitingBefore } from "./attendance.queries.ts";
import { fewest, tellable } from "./small.ts";

/** People with a place, counted by something: those who wait are told apart. */
async function countBy<Key>(context: Context, { meetingId }: Coming, of: (row: Row) => Key) {
  const counts = new Map<Key, number>();
  for (const row of await countedAt(context, meetingId))
    if (!row.waiting) counts.set(of(row), (counts.get(of(row)) ?? 0) + row.people);
  return counts;
}
type Row = Awaited<ReturnType<typeof countedAt>>[number];

const total = (counts: ReadonlyMap<unknown, number>) => [...counts.values()].reduce((sum, people) => sum + people, 0);

/** Regions that may be told; people of no region are among those that are not. */
const regionsOf = async (context: Context, coming: Coming) =>
  tellable(await countBy(context, coming, ({ regionId }) => regionId)).flatMap(([regionId, people]) =>
    regionId ? [{ regionId, people }] : [],
  );

/** Regions that people come from, however few from each; null while so few come that this alone would tell who. */
async function heardRegions(context: Context, coming: Coming): Promise<ReadonlySet<string> | null> {
  const counts = await countBy(context, coming, ({ regionId }) => regionId);
  return total(counts) < fewest ? null : new Set([...counts.keys()].filter((id) => id !== null));
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
    coming: ({ id: meetingId, capacity }) => ({ meetingId, capacity }),
    comers: (meeting, _, context) => comersOf(context, meeting),
  },
  Coming: {
    total: async (coming, _, context) => total(await countBy(context, coming, () => true)),
    waiting: async ({ meetingId }, _, context) =>
      (await countedAt(context, meetingId)).reduce((sum, row) => sum + (row.waiting ? row.people : 0), 0),
    seatsLeft: async (coming, _, context) => {
      if (coming.capacity === null) return null;
      const seated = (await countBy(context, coming, ({ channel }) => channel)).get("ROOM") ?? 0;
      return Math.max(0, coming.capacity - seated);
    },
    byRegion: async (coming, _, context) => {
      const rows = await regionsOf(context, coming);
      return Promise.all(
        rows.map(async ({ regionId, people }) => ({
          territory: (await context.load(Territories, regionId))!,
          people,
        })),
      );
    },
    elsewhere: async (coming, _, context) => {
      const told = await regionsOf(context, coming);
      return total(await countBy(context, coming, () => true)) - told.reduce((sum, { people }) => sum + people, 0);
    },
    regionCount: async (coming, _, context) => (await heardRegions(context, coming))?.size ?? null,
    silent: async (coming, _, context) => {
      const heard = await heardRegions(context, coming);
      return heard ? (await territories(context, "REGION")).filter(({ id }) => !heard.has(id)) : [];
    },
    byChannel: async (coming, _, context) =>
      tellable(await countBy(context, coming, ({ channel }) => channel)).map(([channel, people]) => ({
        channel,
        people,
      })),
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
