import type { ChooseMailsInput, SeeNewsInput } from "../../../graphql/resolvers.generated.ts";
import type { Context, Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { dayOf } from "../../../platform/day.ts";
import { keepConsent } from "../../ground/person/consent.writes.ts";
import { chooseMails as keepChoice } from "../../ground/person/person.writes.ts";
import { responseOfCode } from "../../listen/receipt/receipt.queries.ts";
import { newsId } from "./news.ts";
import { unseenNews } from "./news.queries.ts";

/** Upper limit of ids in one call: more than a page shows. */
const most = 200;

/** Keeps that news were seen; those that are not of this response, or not news any more, are left out. */
export async function seeNews({ db }: Transaction, context: Context, { code, ids }: SeeNewsInput) {
  if (ids.length > most) throw new Refusal("TOO_MANY_CHOICES", "ids", String(most));
  const response = await responseOfCode(context, code);
  if (!response) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const shown = new Set(ids);
  const seen = (await unseenNews(context, response)).filter((one) => shown.has(newsId(one)));
  if (seen.length > 0)
    await db.query(
      `insert into notice (contribution_id, step, target_id, seen)
       select contribution_id, step, target_id, true
       from jsonb_to_recordset($1::jsonb) t(contribution_id uuid, step text, target_id uuid)
       on conflict (contribution_id, step, target_id) do update set seen = true`,
      [JSON.stringify(seen.map(rowOf))],
    );
  return {};
}

/** News under the names of the columns that keep it. */
export const rowOf = ({ contribution, kind, targetId }: Parameters<typeof newsId>[0]) => ({
  contribution_id: contribution.id,
  step: kind,
  target_id: targetId,
});

/** Keeps whether somebody wants to be told by mail. */
export async function chooseMails({ db, viewer, record, now }: Transaction, { told }: ChooseMailsInput) {
  authorize(viewer.id !== null);
  const changed = await keepChoice(db, viewer.id, told);
  await keepConsent(db, viewer.id, "MAILS", told, dayOf(now));
  if (changed) await record(told ? "mails.asked" : "mails.stopped", null);
  return { viewer: { ...viewer, id: viewer.id } };
}
