import { notebookPolicy } from "./notebook.policy.ts";
import type { RemoveNotebookFileInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Sent } from "../../ground/storedFile/keepSent.ts";
import { textsScanned } from "../textImport/textImport.queries.ts";
import { textImportPolicy } from "../textImport/textImport.policy.ts";
import { NotebookFiles } from "./notebook.entity.ts";
import { asNotebook, notebookToRead } from "./notebook.queries.ts";

/** Most files of one notebook: a page shows them all. */
const most = 40;

/** A name as it is shown: without its folders, nor what does not print. */
const named = (name: string) => name.split(/[\\/]/).at(-1)!.replace(/\p{C}/gu, "").trim().slice(0, 200) || "original";

/** Adds a scan or a file of its original to a notebook; its id. */
export async function addNotebookFile(tx: Transaction, id: string, name: string, sent: Sent): Promise<string> {
  const { contribution } = await notebookToRead(tx, id);
  return insertFile(tx, contribution.id, name, sent);
}

/** Adds a file to the notebooks of an import whose rows name it; the number of them. */
export async function addImportedFile(tx: Transaction, importId: string, name: string, sent: Sent): Promise<number> {
  const { db, viewer } = tx;
  const found = await textsScanned(db, importId, named(name));
  if (!found) throw notFound();
  authorize(textImportPolicy.bring(viewer, found.groupId));
  if (found.ids.length === 0) throw new Refusal("NOT_NAMED", "file", named(name));
  for (const id of found.ids) await insertFile(tx, id, name, sent);
  return found.ids.length;
}

async function insertFile({ db, record, now }: Transaction, contributionId: string, name: string, sent: Sent) {
  const { kind, file, picture, read } = sent;
  // One after the other: sent again while the first is under way, it is there once.
  await db.query("select from contribution where id = $1 for no key update", [contributionId]);
  const shown = named(name);
  const before = await db.query<{ id: string; same: boolean }[]>(
    `select it.id, it.name = $2 and of.digest = $3 as same
     from notebook_file it join stored_file of on of.id = it.file_id where it.contribution_id = $1`,
    [contributionId, shown, file.digest],
  );
  // The same file again is the one that is there.
  const there = before.find(({ same }) => same);
  if (there) return there.id;
  if (before.length >= most) throw new Refusal("LIST_FULL", "file", String(most));
  const row = { contributionId, name: shown, kind, size: file.size, pages: read.pages, fileId: file.id };
  const done = await db.insert(NotebookFiles, { ...row, pictureId: picture?.id ?? null, addedOn: dayOf(now) });
  await record("notebook.fileAdded", contributionId, { digest: file.digest });
  return (done.identifiers[0] as { id: string }).id;
}

/** Takes a file of a notebook away: its bytes go with the next round of what nothing names. */
export async function removeNotebookFile(tx: Transaction, { id }: RemoveNotebookFileInput) {
  const { db, record } = tx;
  authorize(notebookPolicy.read(tx.viewer));
  const file = isId(id) ? await db.findOneBy(NotebookFiles, { id }) : null;
  // Taken away already: as good as done.
  if (!file) return {};
  const { contribution } = await notebookToRead(tx, file.contributionId);
  await db.delete(NotebookFiles, file.id);
  await record("notebook.fileRemoved", contribution.id, {});
  return { notebook: asNotebook(contribution) };
}
