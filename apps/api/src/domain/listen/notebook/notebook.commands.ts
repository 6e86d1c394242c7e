import { limits } from "@cahier/schema/limits";
import type { WithdrawNotebookInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { authorize, notFound } from "../../../platform/refusal.ts";
import { isId, neededLine } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Contributions } from "../contribution/contribution.entity.ts";
import { groupOfText } from "../contribution/contribution.sql.ts";
import { eraseContribution } from "../contribution/contribution.writes.ts";
import { NotebookFiles } from "./notebook.entity.ts";
import { notebookPolicy } from "./notebook.policy.ts";
import { asNotebook } from "./notebook.queries.ts";

/** Takes a notebook back, as its authors ask: its words are erased wherever they went, its place stays. */
export async function withdrawNotebook(
  { db, viewer, record, now }: Transaction,
  { id, reason }: WithdrawNotebookInput,
) {
  authorize(notebookPolicy.withdraw(viewer));
  const [found] = isId(id)
    ? await db.query<{ groupId: string | null }[]>(
        `select ${groupOfText("it")} as "groupId" from contribution it where it.id = $1 and it.channel = 'NOTEBOOK'`,
        [id],
      )
    : [];
  if (!found) throw notFound();
  authorize(notebookPolicy.withdraw(viewer, found.groupId));
  const said = neededLine(reason, "reason", limits["notebook.reason"]);
  // A second press finds it erased.
  if (await eraseNotebook({ db, now }, id)) await record("notebook.withdrawn", id, { reason: said });
  return { notebook: asNotebook({ ...(await db.findOneByOrFail(Contributions, { id })) }) };
}

/** Erases the words of a notebook, now or again after a restore; false where they are gone. */
export async function eraseNotebook({ db, now }: Pick<Transaction, "db" | "now">, id: string) {
  const contribution = await db.findOne(Contributions, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (!contribution || contribution.status === "WITHDRAWN") return false;
  await db.delete(NotebookFiles, { contributionId: id });
  await eraseContribution({ db, record: recorder(db, visitor, now), now }, id);
  return true;
}
