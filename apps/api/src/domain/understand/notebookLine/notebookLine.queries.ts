import type { Context } from "../../../platform/context.ts";
import { grouped } from "../../../platform/data/batch.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { authorize } from "../../../platform/refusal.ts";
import { type WorkingGroup, WorkingGroups } from "../../ground/group/group.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { asNotebook, type Notebook } from "../../listen/notebook/notebook.queries.ts";
import { Passages } from "../passage/passage.entity.ts";
import { readingGroups, readingPolicy } from "../passage/passage.policy.ts";
import { type NotebookLine, NotebookLines } from "./notebookLine.entity.ts";

/** SQL: lines `it` of notebooks `c` that stand in their text as it is, and that anybody may read. */
const standing = `notebook_line it join passage p on p.id = it.passage_id
  join contribution c on c.id = p.contribution_id and ${visible("c")} and c.revision = p.contribution_revision`;

/** SQL: lines that are settled, for anybody; the others for the readers of the groups $2 of both themes: null, of all. */
const readable = `(it.state in ('OWN', 'ACCEPTED') or $2::uuid[] is null or exists (
  select from working_group g where g.theme_id in (it.theme_id, it.from_theme_id, c.theme_id) and g.id = any($2::uuid[])))`;

/** The lines of a notebook, in the order of its text. */
export async function linesOf({ db, batch, viewer }: Context, { id }: Notebook): Promise<NotebookLine[]> {
  const name = "notebook: lines";
  const loader = batch(name, async (ids) => {
    const rows = await prepared<NotebookLine & { key: string }>(
      db,
      name,
      `select ${columnsOf(db, NotebookLines)}, p.contribution_id as key from ${standing}
       where p.contribution_id = any($1::uuid[]) and ${readable} order by p.starts_at, p.ends_at, it.id limit 5000`,
      [ids, readingGroups(viewer)],
    );
    return grouped(rows, (row) => row.key);
  });
  return (await loader(id)) ?? [];
}

/** Lines that go between a group and others. */
export interface SentLines {
  group: WorkingGroup;
}

/** Lines of a group whose work in progress the viewer reads. */
export async function sentLinesOf({ db, viewer }: Context, slug: string): Promise<SentLines | null> {
  authorize(readingPolicy.hold(viewer));
  const group = await db.findOneBy(WorkingGroups, { slug });
  return group && readingPolicy.hold(viewer, group.id) ? { group } : null;
}

/** Lines that a group received, or those that it sent: those that wait first. */
export function linesBetween({ db }: Context, { group }: SentLines, way: "received" | "sent") {
  const theme = way === "received" ? "it.theme_id" : "it.from_theme_id";
  return db.query<NotebookLine[]>(
    `select ${columnsOf(db, NotebookLines)} from ${standing}
     where ${theme} = $1 and it.from_theme_id is not null
     order by it.state = 'SENT' desc, it.changed_on desc, it.id desc limit 100`,
    [group.themeId],
  );
}

/** The passage of a line, and the notebook it is of. */
export const passageOf = async ({ load }: Context, { passageId }: NotebookLine) => (await load(Passages, passageId))!;

export async function notebookOfLine(context: Context, line: NotebookLine): Promise<Notebook> {
  const { contributionId } = await passageOf(context, line);
  return asNotebook(await context.load(Contributions, contributionId))!;
}

/** Rights of a viewer on a line: the groups of its two themes are read once a page. */
export async function rightsOn(context: Context, line: NotebookLine) {
  const { viewer, batch, db } = context;
  if (!readingPolicy.hold(viewer)) return { answer: false, detach: false };
  const loader = batch("notebook line: groups", async (ids) => {
    const text = `select theme_id as id, array_agg(id) as groups from working_group
      where theme_id = any($1::uuid[]) group by 1`;
    const rows = await prepared<{ id: string; groups: string[] }>(db, "notebook line: groups", text, [ids]);
    return new Map(rows.map(({ id, groups }) => [id, groups]));
  });
  const holds = async (themeId: string) =>
    ((await loader(themeId)) ?? []).some((groupId) => readingPolicy.hold(viewer, groupId));
  const { contribution } = await notebookOfLine(context, line);
  const [there, home] = await Promise.all([holds(line.themeId), holds(contribution.themeId)]);
  return { answer: line.state === "SENT" && there, detach: line.state !== "ACCEPTED" && home };
}
