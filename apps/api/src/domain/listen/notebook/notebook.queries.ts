import type { NotebookFilter } from "../../../graphql/resolvers.generated.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context, Transaction } from "../../../platform/context.ts";
import { authorize, notFound } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { textsIn } from "../../ground/tally/text.sql.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { type Contribution, Contributions } from "../contribution/contribution.entity.ts";
import { groupOfText } from "../contribution/contribution.sql.ts";
import { contributionOrPlace } from "../contribution/contribution.queries.ts";
import { sourceOf } from "../textImport/textImport.queries.ts";
import { notebookPolicy } from "./notebook.policy.ts";

/** A collective notebook: its words are a contribution of the same id. */
export interface Notebook {
  id: string;
  contribution: Contribution;
}

/** A page of notebooks, and how far those of its territory and group were read. */
export interface NotebookConnection {
  nodes: Notebook[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  narrowing: Narrowing;
}

/** Conditions on contributions `it`: those of the place, then those of the reading and of the words. */
interface Narrowing {
  values: unknown[];
  place: string;
  rest: string;
  /** True where the place is a territory. */
  within: boolean;
  /** Slug of the group of the place. */
  group: string | null;
}

const isNotebook = "it.channel = 'NOTEBOOK'";
const read = { UNREAD: "it.readers = 0", READ: "it.readers = 1", READ_TWICE: "it.readers > 1" };

/** The notebook that a contribution is; null for any other. */
export const asNotebook = (contribution: Contribution | null): Notebook | null =>
  contribution?.channel === "NOTEBOOK" ? { id: contribution.id, contribution } : null;

/** One notebook, or its place. */
export const notebookOf = async (context: Context, id: string) => asNotebook(await contributionOrPlace(context, id));

/** Its title; null where nothing of it may be read. */
export async function titleOf(context: Context, { contribution }: Notebook): Promise<string | null> {
  if (contribution.body === "") return null;
  return (await sourceOf(context, contribution))?.title ?? contribution.authorName;
}

function narrowed(filter: NotebookFilter | null | undefined): Narrowing {
  const values: unknown[] = [];
  const bind = (value: string) => `$${values.push(value.replaceAll("\0", ""))}`;
  const { territory, group, reading, search } = filter ?? {};
  const place = [isNotebook, visible("it")];
  if (territory) {
    const slug = bind(territory);
    place.push(`(it.region_id = (select t.id from territory t where t.slug = ${slug}) or it.territory_id in (
      select d.id from territory t join territory d on d.id = t.id or d.region2012_id = t.id where t.slug = ${slug}))`);
  }
  if (group) place.push(`it.theme_id = (select g.theme_id from working_group g where g.slug = ${bind(group)})`);
  const rest: string[] = [];
  if (reading) rest.push(read[reading]);
  if (search?.trim()) {
    const words = bind(search.slice(0, 200).toWellFormed());
    rest.push(`it.id in (select s.contribution_id from contribution_search s
      where s.notebook and s.document @@ search_query(${words}))`);
  }
  return {
    values,
    place: place.join(" and "),
    rest: rest.map((one) => ` and ${one}`).join(""),
    within: !!territory,
    group: group?.replaceAll("\0", "") || null,
  };
}

/** Notebooks that can be read, newest first. */
export async function notebooks(
  { db }: Context,
  filter: NotebookFilter | null | undefined,
  paging: { first?: number | null; after?: string | null },
): Promise<NotebookConnection> {
  const page = pageOf(paging, 2, 50);
  const narrowing = narrowed(filter);
  const { place, rest, values } = narrowing;
  const bound = [...values];
  const bind = (value: unknown) => `$${bound.push(value)}`;
  const after = page.after
    ? `and (it.contributed_on, it.id) < (${bind(page.after[0])}::date, ${bind(page.after[1])}::uuid)`
    : "";
  const rows = await db.query<Contribution[]>(
    `select ${columnsOf(db, Contributions)} from contribution it where ${place}${rest} ${after}
     order by it.contributed_on desc, it.id desc limit ${bind(page.limit + 1)}`,
    bound,
  );
  const found = connection(rows, page, (row) => [row.contributedOn, row.id]);
  return { ...found, nodes: found.nodes.map((row) => asNotebook(row)!), narrowing };
}

/** Number of notebooks of a list: that of its place, where nothing else narrows it. */
export async function countOf(context: Context, it: NotebookConnection) {
  const { place, rest, values } = it.narrowing;
  if (!rest) return (await coverageOf(context, it)).total;
  const text = `select count(*)::int as count from contribution it where ${place}${rest}`;
  return (await context.db.query<[{ count: number }]>(text, values))[0].count;
}

interface Coverage {
  total: number;
  read: number;
  readTwice: number;
}

/** Coverage of the notebooks of the place of a list: by what is kept of texts, which knows no place below a region. */
export async function coverageOf(
  { db, batch }: Context,
  { narrowing: { place, values, within, group } }: NotebookConnection,
) {
  // Values of the words are bound after those of the place, and must all be named.
  const places = values.slice(0, Math.max(0, ...[...place.matchAll(/\$(\d+)/g)].map(([, at]) => Number(at))));
  const loader = batch(`notebook: coverage ${place}`, async ([key]) => {
    const [found] = await db.query<[Coverage]>(
      within
        ? `select count(*)::int as total, (count(*) filter (where it.readers > 0))::int as read,
             (count(*) filter (where it.readers > 1))::int as "readTwice" from contribution it where ${place}`
        : `select ${textsIn()} as total, ${textsIn("y.readers > 0")} as read, ${textsIn("y.readers > 1")} as "readTwice"
           from text_tally y where y.channel = 'NOTEBOOK' and not y.unpublished
             and ($1::text is null or y.theme_id = (select g.theme_id from working_group g where g.slug = $1))`,
      within ? places : [group],
    );
    return new Map([[key!, found]]);
  });
  return (await loader(JSON.stringify(places)))!;
}

/** Number of readers of a notebook. */
export async function readersOf({ db, batch }: Context, { id }: Notebook): Promise<number> {
  const name = "notebook: readers";
  const loader = batch(name, async (ids) => {
    const text = `select contribution_id as id, count(*)::int as count from reading
      where contribution_id = any($1::uuid[]) group by 1`;
    return keyed(await prepared<{ id: string; count: number }>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id))?.count ?? 0;
}

/** The group that received a notebook. */
export async function groupOf({ db, batch }: Context, { id }: Notebook): Promise<string | null> {
  const name = "notebook: group";
  const loader = batch(name, async (ids) => {
    const text = `select it.id, ${groupOfText("it")} as "groupId" from contribution it where it.id = any($1::uuid[])`;
    return keyed(await prepared<{ id: string; groupId: string | null }>(db, name, text, [ids]), (row) => row.id);
  });
  return (await loader(id))?.groupId ?? null;
}

/** A notebook that somebody of the team reads, held until the end of the transaction, and its group. */
export async function notebookToRead({ db, viewer }: Transaction, id: string) {
  authorize(notebookPolicy.read(viewer));
  const it = isId(id) ? await db.findOne(Contributions, { where: { id }, lock: { mode: "for_no_key_update" } }) : null;
  if (!it || it.channel !== "NOTEBOOK") throw notFound();
  const text = `select ${groupOfText("it")} as "groupId" from contribution it where it.id = $1`;
  const [{ groupId }] = await db.query<[{ groupId: string | null }]>(text, [id]);
  authorize(it.status === "VISIBLE" && notebookPolicy.read(viewer, groupId));
  return { contribution: it, groupId: groupId! };
}
