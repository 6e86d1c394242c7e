import type { EntityManager } from "typeorm";
import type {
  ReactionCounts,
  ReactionKind,
  ReactionPage,
  ReactionSubject,
} from "../../../graphql/resolvers.generated.ts";
import { atMost, lengthOf } from "../../../platform/data/bounded.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import { subjectNamed, subjectsTold } from "../../../platform/subjects.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { visible, visibleOrPlace } from "../moderation/status.sql.ts";
import type { Organisation } from "../organisation/organisation.entity.ts";
import { type Reaction, Reactions } from "./reaction.entity.ts";

const newest = atMost({
  table: "reaction",
  parent: "subject_id",
  where: `one.subject = $2 and ${visibleOrPlace("REACTION", "one")}`,
  order: "one.reacted_on desc, one.id desc",
  most: "$3",
});

/** A reaction as anybody reads it: of one that a moderator hid, the place alone. Pure. */
const asRead = (it: Reaction): Reaction =>
  it.status === "HIDDEN"
    ? { ...it, text: "", source: null, authorName: null, organisationId: null, territoryId: null, reply: null }
    : it;

/** Reactions to something, the newest `first` of them, oldest first, with the places of hidden ones; without those that wait. */
export const reactionsTo = async (
  { db, batch }: Context,
  subject: ReactionSubject,
  subjectId: string,
  first?: number | null,
): Promise<Reaction[]> => {
  const most = lengthOf(first);
  const loader = batch(`reaction: ${most} to ${subject}`, async (ids) => {
    const tail = `where ${newest} order by it.reacted_on, it.id`;
    const rows = await rowsOf(db, Reactions, "reaction: to", tail, [ids, subject, most]);
    return grouped(rows.map(asRead), (row) => row.subjectId);
  });
  return (await loader(subjectId)) ?? [];
};

const ofOrganisations = atMost({
  table: "reaction",
  parent: "organisation_id",
  where: `${visible("one")} and ($2::uuid is null or (one.reacted_on, one.id) < (
    select last.reacted_on, last.id from reaction last where last.id = $2))`,
  order: "one.reacted_on desc, one.id desc",
});

/** Reactions in the name of an organisation whose page shows, newest first, to what can still be read; those after one. */
export async function reactionsFor(
  context: Context,
  { id, status }: Organisation,
  after?: string | null,
): Promise<Reaction[]> {
  if (status !== "VISIBLE") return [];
  const { db } = context;
  const tail = `where ${ofOrganisations} order by it.reacted_on desc, it.id desc`;
  const rows = await rowsOf(db, Reactions, "organisation: reactions", tail, [
    [id],
    after && isId(after) ? after : null,
  ]);
  const pages = await Promise.all(rows.map((row) => pageOf(context, row)));
  return rows.filter((_, at) => pages[at] !== null);
}

/** The page of what a reaction is about; null where nobody reads it. */
export const pageOf = async (
  { db, batch }: Context,
  { id }: Reaction,
): Promise<Omit<ReactionPage, "__typename"> | null> =>
  (await batch("reaction: page", async (ids) => {
    const rows = await prepared<{ id: string; path: string; title: string | null }>(
      db,
      "reaction: page",
      `select r.id, s.path, s.title from reaction r cross join lateral (${subjectsRead()}) s where r.id = any($1::uuid[])`,
      [ids],
    );
    return keyed(rows, (row) => row.id);
  })(id)) ?? null;

/** SQL: what a reaction `r` is about, each kind read as its own room says; none where nobody reads it. */
const subjectsRead = () =>
  subjectsTold()
    .map(
      ([kind, { table, readable, told }]) => `select ${told.title} as title, ${told.path} as path
        from ${table} it where r.subject = '${kind}' and it.id = r.subject_id and (${readable})`,
    )
    .join(" union all ");

interface OlderAsked {
  subject: ReactionSubject;
  subjectId: string;
  before: string;
  through?: boolean | null;
  first?: number | null;
}

/** The reactions that came before one of those shown; none of what cannot be read. */
export async function olderReactions(
  { db }: Context,
  { subject, subjectId, before, through, first }: OlderAsked,
): Promise<Reaction[]> {
  if (!isId(subjectId) || !isId(before) || !(await isReadable(db, subject, subjectId))) return [];
  const { together = "select $1::uuid" } = subjectNamed(subject);
  const tail = `where it.subject = $2 and it.subject_id in (${together}) and ${visibleOrPlace("REACTION", "it")}
    and (it.reacted_on, it.id) ${through ? "<=" : "<"} (select last.reacted_on, last.id from reaction last where last.id = $3)
    order by it.reacted_on desc, it.id desc limit $4::int`;
  const values = [subjectId, subject, before, lengthOf(first)];
  const rows = await rowsOf(db, Reactions, `reaction: older to ${subject}${through ? ", with it" : ""}`, tail, values);
  return rows.map(asRead).toReversed();
}

/** True if anybody may read it, by the rule of its room: nothing else takes reactions. */
export async function isReadable(db: EntityManager, subject: ReactionSubject, id: string): Promise<boolean> {
  const { table, readable = "false" } = subjectNamed(subject);
  return (await db.query<unknown[]>(`select from ${table} it where (${readable}) and it.id = $1`, [id])).length > 0;
}

/** The version in force of a document, where it has this page: a page of anything else is refused. */
export async function versionWithPage(db: EntityManager, subject: ReactionSubject, id: string, page: number) {
  const { table, pages } = subjectNamed(subject);
  const [found] = pages
    ? await db.query<{ version: number; pages: number | null }[]>(
        `select p.version, p.pages from ${table} it cross join lateral (${pages}) p where it.id = $1`,
        [id],
      )
    : [];
  if (!found || page < 1 || page > (found.pages ?? 0)) throw new Refusal("UNKNOWN_CHOICE", "ofPage", String(page));
  return found.version;
}

/** Refuses a part that says nothing, or of what has no parts. */
export async function refuseNoPart(db: EntityManager, subject: ReactionSubject, id: string, part: string) {
  const { table, parts } = subjectNamed(subject);
  const found = parts
    ? await db.query<unknown[]>(`select from ${table} it where it.id = $1 and $2 in (${parts})`, [id, part])
    : [];
  if (found.length === 0) throw new Refusal("UNKNOWN_CHOICE", "ofPart");
}

type Counts = Omit<ReactionCounts, "__typename">;

/** Count of those who react in each way to something: one device is one person, whatever it says. */
export const reactionCountsOf = async ({ joined, batch }: Context, subjectId: string): Promise<Counts> =>
  (await batch("reaction: counts", async (ids) => {
    const kinds = Object.entries(kindOf).map(
      ([name, kind]) => `coalesce(sum(y.n) filter (where y.figure = 'reactions.${kind}'), 0)::int as ${name}`,
    );
    const rows = await joined<Counts & { id: string }>(
      "reaction: counts",
      `select y.subject_id as id, ${kinds.join(", ")} from tally y
       where y.subject_id = any($1::uuid[]) and y.figure like 'reactions.%' group by 1`,
      [ids],
    );
    return keyed(rows, ({ id }) => id);
  })(subjectId)) ?? noReactions;

export const noReactions: Counts = { support: 0, complete: 0, qualify: 0, question: 0, source: 0 };

const kindOf: Record<keyof Counts, ReactionKind> = {
  support: "SUPPORT",
  complete: "COMPLETE",
  qualify: "QUALIFY",
  question: "QUESTION",
  source: "SOURCE",
};

/** The reaction of a private link; null for a code that opens none. */
export async function reactionOfCode({ db }: Context, code: string): Promise<Reaction | null> {
  const digest = await currentDigest(db, linkDigest("reaction", code));
  return (await rowsOf(db, Reactions, "reaction: of code", "where it.code_digest = $1", [digest]))[0] ?? null;
}
