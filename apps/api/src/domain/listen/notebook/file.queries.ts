import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { isId } from "../../../platform/text/text.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { type NotebookFile, NotebookFiles } from "./notebook.entity.ts";
import type { Notebook } from "./notebook.queries.ts";

/** Files of the original of a notebook whose words show, in the order they came. */
export const filesOf = (context: Context, { id, contribution }: Notebook): Promise<NotebookFile[]> | NotebookFile[] =>
  contribution.status === "VISIBLE"
    ? linked(
        context,
        "notebook: files",
        NotebookFiles,
        "it.contribution_id as key from notebook_file it where it.contribution_id = any($1::uuid[]) order by it.id limit 4000",
        id,
      )
    : [];

/** One of them; null where nobody reads the notebook. */
export async function fileOf({ db }: Context, notebookId: string, id: string): Promise<NotebookFile | null> {
  if (!isId(notebookId) || !isId(id)) return null;
  const file = await db.findOneBy(NotebookFiles, { id, contributionId: notebookId });
  if (!file) return null;
  const text = `select from contribution it where it.id = $1 and ${visible("it")}`;
  return (await db.query<unknown[]>(text, [notebookId])).length > 0 ? file : null;
}
