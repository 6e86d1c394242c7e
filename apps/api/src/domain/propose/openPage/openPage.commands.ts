/** People who have a page open: a hint between those who write there. Nobody else is told, and nothing is held by it. */
import type { KeepPageOpenInput, OpenPageKind } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { authorize, notFound } from "../../../platform/refusal.ts";
import { isId } from "../../../platform/text/text.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { OpenPages } from "./openPage.entity.ts";

/** Milliseconds for which somebody counts as there: two looks of their page. */
const span = 40_000;
/** Names that are told at most. */
const most = 10;

/** Group that writes what has an id. */
const groupOf: Record<OpenPageKind, string> = {
  PROPOSAL: "select group_id as id from proposal where id = $1",
  SYNTHESIS: `select o.group_id as id from synthesis s join objective o on o.id = s.objective_id where s.id = $1`,
};

/** Says that one has a page open, and answers who else has. Those who write in its group alone. */
export async function keepPageOpen({ db, viewer, now }: Transaction, { kind, ...input }: KeepPageOpenInput) {
  authorize(readingPolicy.hold(viewer));
  const id = input.id.toLowerCase();
  const [group] = isId(id) ? await prepared<{ id: string }>(db, `open page: ${kind}`, groupOf[kind], [id]) : [];
  if (!group) throw notFound();
  authorize(readingPolicy.hold(viewer, group.id));
  const text = `select p.display_name as name from open_page it join person p on p.id = it.person_id
    where it.subject_id = $1 and it.kind = $2 and it.person_id <> $3 and it.seen_at > $4 and p.display_name <> ''
    order by p.display_name, p.id limit ${most}`;
  const values = [id, kind, viewer.id, new Date(now.getTime() - span)];
  const page = { kind, subjectId: id, personId: viewer.id!, seenAt: now };
  const [others] = await Promise.all([
    prepared<{ name: string }>(db, "open page: others", text, values),
    db.upsert(OpenPages, page, ["subjectId", "kind", "personId"]),
  ]);
  return { others: others.map(({ name }) => name) };
}
