import { createHash } from "node:crypto";
import { moderatedGroups, waitingByGroup } from "../../ground/moderation/moderated.queries.ts";
import { appealsFor } from "../../ground/moderation/appeal.queries.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { type Joined, joinedIn } from "../../../platform/data/joined.ts";
import { dayOf } from "../../../platform/day.ts";
import { type Page, connection } from "../../../platform/data/paginate.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Matter, TakenMatter } from "./matter.entity.ts";
import { holds } from "./matter.policy.ts";
import { secondSources } from "./second.sources.ts";
import { mostOfAKind, type Reader } from "./source.ts";
import { teamSources, unreadTexts } from "./team.sources.ts";

/** Waiting matters, read once a request. */
type Asked = Pick<Context, "db" | "viewer" | "now"> & Partial<Pick<Context, "batch" | "joined">>;

/** Page of what waits, and the number of all that is told. */
export interface MatterConnection {
  nodes: Matter[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  count: number;
}

/** Texts that any moderator rules on are of no group: one id stands for them all. */
const ofNoGroup = "00000000-0000-0000-0000-000000000000";

export const idOf = ({ kind, subjectId }: Pick<Matter, "kind" | "subjectId">) => `${kind}:${subjectId}`;

/** Place in the order: what was promised first, the oldest before; then dates; of no day, last. */
const placeOf = (it: Matter) =>
  [it.promised ? 0 : 1, it.since ?? it.due ?? "9999", it.kind, it.subjectId] as [number, string, string, string];

function inOrder(one: Matter, other: Matter): number {
  const [a, b] = [placeOf(one), placeOf(other)];
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : a[at]! < b[at]! ? -1 : 1;
}

/** A page of what waits for the viewer. */
export async function mattersFor(context: Context, page: Page): Promise<MatterConnection> {
  const all = (await allMatters(context)).toSorted(inOrder);
  const from = page.after ? all.findIndex((it) => placeOf(it).join(" ") === page.after!.join(" ")) + 1 : 0;
  return { ...connection(all.slice(from, from + page.limit + 1), page, placeOf), count: all.length };
}

/** All that waits for the viewer, no more of a kind than are told. */
async function allMatters(context: Asked): Promise<Matter[]> {
  return (await Promise.all([derived(context), texts(context), appeals(context)])).flat();
}

/** SQL type of a bound value: groups or places, a person, or today. */
const typeOf = (value: unknown) => (Array.isArray(value) ? "uuid[]" : isId(value as string) ? "uuid" : "date");

/** Matters of all the rooms below, in one statement. */
async function derived(context: Asked): Promise<Matter[]> {
  const { viewer, now } = context;
  if (viewer.id === null) return [];
  const values: unknown[] = [];
  const reader: Reader = {
    viewer: { ...viewer, id: viewer.id },
    today: dayOf(now),
    // Behind a sub-select, where the planner does not look: it keeps one plan, which takes longer to make than to follow.
    bind: (value) => `(select $${values.push(value)}::${typeOf(value)})`,
  };
  const parts = [...secondSources, ...teamSources].flatMap((source) => source(reader) ?? []);
  if (parts.length === 0) return [];
  const text = `with ${unreadTexts()}\n${parts.map((part) => `(${part})`).join("\nunion all\n")}`;
  // A statement for each set of roles: planned once a connection, since planning takes most of its time.
  const made = createHash("sha256").update(text).digest("hex").slice(0, 12);
  return joinedIn(context)(`matter: all ${made}`, text, values);
}

async function texts(context: Asked): Promise<Matter[]> {
  const groups = await moderatedGroups(context);
  if (groups.length === 0) return [];
  return (await waitingByGroup(context, groups)).map(({ groupId, rank, count, since }) => ({
    kind: rank === 0 ? "HELD_TEXTS" : "REPORTED_TEXTS",
    subjectId: groupId ?? ofNoGroup,
    groupId,
    count,
    since,
    due: null,
    promised: true,
    title: null,
    excerpt: null,
    number: null,
    path: "/moderation",
  }));
}

async function appeals(context: Asked): Promise<Matter[]> {
  const waiting = (await appealsFor(context)) ?? [];
  return waiting.slice(0, mostOfAKind).map(({ appeal, ruling }) => ({
    kind: "APPEAL",
    subjectId: appeal.id,
    groupId: ruling?.ruling.groupId ?? null,
    count: 1,
    since: appeal.appealedOn,
    due: null,
    promised: true,
    title: null,
    excerpt: appeal.text.slice(0, 200),
    number: null,
    path: "/moderation#appeals",
  }));
}

/** One thing that waits for the viewer, by its id; null where it waits no more, or is for others. */
export const matterOf = async (context: Asked, id: string): Promise<Matter | null> =>
  (await allMatters(context)).find((it) => idOf(it) === id) ?? null;

/** The one who takes care of something today; null where nobody does. */
export async function takenOf({ joined, batch, now }: Context, it: Matter): Promise<TakenMatter | null> {
  const taken = await batch("matter: taken", async (ids) => {
    const rows = await takenAmong(joined, ids);
    return keyed(rows, idOf);
  })(idOf(it));
  return taken && holds(taken, dayOf(now)) ? taken : null;
}

const takenAmong = (joined: Joined, ids: string[]): Promise<TakenMatter[]> =>
  joined(
    "matter: taken",
    `select it.kind, it.subject_id as "subjectId", it.person_id as "personId", it.taken_on::text as "takenOn"
     from taken_matter it join unnest($1::text[], $2::uuid[]) a(kind, id) on a.kind = it.kind and a.id = it.subject_id limit 50`,
    [ids.map((id) => id.split(":")[0]), ids.map((id) => id.split(":")[1])],
  );
