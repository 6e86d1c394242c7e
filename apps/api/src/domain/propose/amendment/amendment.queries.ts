import { currentDigest } from "../../../platform/formerCode.ts";
import { atMost } from "../../../platform/data/bounded.ts";
import { grouped, keyed } from "../../../platform/data/batch.ts";
import type { Context, Soon } from "../../../platform/context.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import type { Organisation } from "../../ground/organisation/organisation.entity.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { type Statement, Statements } from "../statement/statement.entity.ts";
import { draftGroups } from "../proposal/proposal.policy.ts";
import { readableProposal, writtenProposal } from "../proposal/proposal.queries.ts";
import { type Amendment, Amendments } from "./amendment.entity.ts";
import { openProposal, publicProposal } from "../proposal/proposal.sql.ts";
import { openAmendment, shownAmendment } from "./amendment.sql.ts";

const newest = atMost({
  table: "amendment",
  parent: "proposal_id",
  where: `${shownAmendment("one")} and ($2::uuid is null or exists (select from amendment last where last.id = $2
    and (one.proposed_on < last.proposed_on or (one.proposed_on = last.proposed_on and one.id > last.id))))`,
  order: "one.proposed_on desc, one.id",
});

/** An amendment as anybody reads it: of one that a moderator hid, the place alone. Pure. */
const asRead = (it: Amendment): Amendment =>
  it.status === "HIDDEN"
    ? {
        ...it,
        text: "",
        why: "",
        authorName: null,
        organisationId: null,
        territoryId: null,
        statusReason: null,
        answer: null,
        acceptedText: null,
      }
    : it;

/** Amendments to a proposal, the newest first, or those that follow one, with the places of hidden ones; none that waits. */
export const amendmentsTo = async (
  { db, batch, cached }: Context,
  proposalId: string,
  after?: string | null,
): Promise<Amendment[]> =>
  (await (after ? batch : cached)(`amendment: to proposals after ${after ?? ""}`, async (ids) => {
    const tail = `where ${newest} order by it.proposed_on desc, it.id`;
    const rows = await rowsOf(db, Amendments, "amendment: to proposals", tail, [ids, after ?? null]);
    return grouped(rows.map(asRead), (row) => row.proposalId);
  })(proposalId)) ?? [];

const ofOrganisations = atMost({
  table: "amendment",
  parent: "organisation_id",
  where: `${visible("one")} and exists (select from proposal p where p.id = one.proposal_id and ${publicProposal("p")})
    and ($2::uuid is null or exists (select from amendment last where last.id = $2
      and (one.proposed_on < last.proposed_on or one.proposed_on = last.proposed_on and one.id > last.id)))`,
  order: "one.proposed_on desc, one.id",
});

/** Amendments in the name of an organisation whose page shows, newest first, to what anybody reads; those after one. */
export const amendmentsFor = (
  { db }: Context,
  { id, status }: Organisation,
  after?: string | null,
): Promise<Amendment[]> | Amendment[] =>
  status === "VISIBLE"
    ? rowsOf(
        db,
        Amendments,
        "organisation: amendments",
        `where ${ofOrganisations} order by it.proposed_on desc, it.id`,
        [[id], after && isId(after) ? after : null],
      )
    : [];

/** An amendment by its id, of a proposal that the viewer may read. */
export async function amendmentToRead({ db, viewer }: Context, id: string): Promise<Amendment | null> {
  if (!isId(id)) return null;
  const tail = `join proposal p on p.id = it.proposal_id
    where it.id = $1 and ${shownAmendment()} and ${readableProposal("$2", "p")}`;
  return (await rowsOf(db, Amendments, "amendment: one", tail, [id, draftGroups(viewer)])).map(asRead)[0] ?? null;
}

/** Amendments that wait, in open proposals the viewer writes; oldest first. */
export const amendmentsToSettle = ({ db, viewer }: Context): Promise<Amendment[]> =>
  rowsOf(
    db,
    Amendments,
    "amendment: to settle",
    `join proposal p on p.id = it.proposal_id and ${openProposal("p")} and ${writtenProposal("$1", "p")}
     where ${openAmendment("it")} order by it.proposed_on, it.id limit 50`,
    [readingGroups(viewer)],
  );

/** An amendment, as the holder of its private link sees it. */
export async function amendmentOfCode({ db }: Context, code: string): Promise<Amendment | null> {
  const tail = "where it.code_digest = $1";
  return (
    (
      await rowsOf(db, Amendments, "amendment: of code", tail, [await currentDigest(db, linkDigest("amendment", code))])
    )[0] ?? null
  );
}

/** The amendment that a proposal began as. */
export const amendmentBehind = async ({ db, cached }: Context, proposalId: string): Promise<Amendment | null> =>
  (await cached("amendment: behind proposals", async (ids) => {
    const tail = `join proposal p on p.id = it.proposal_id
      where it.promoted_to_id = any($1::uuid[]) and ${shownAmendment()} and ${publicProposal("p")}`;
    const rows = await rowsOf(db, Amendments, "amendment: behind proposals", tail, [ids]);
    return keyed(rows.map(asRead), (row) => row.promotedToId!);
  })(proposalId)) ?? null;

/** The sentence to amend, as it stands now; null once it was removed, and for a new one. */
export const sentenceOf = (context: Context, { statementId }: Amendment): Soon<Statement | null> =>
  context.load(Statements, statementId);

/** True if the sentence changed since the amendment was proposed, while it waits. */
export async function hasChanged(context: Context, amendment: Amendment): Promise<boolean> {
  if (amendment.state !== "PROPOSED" || amendment.before === null) return false;
  return (await sentenceOf(context, amendment))?.text !== amendment.before;
}

interface FormerRefusal {
  on: string;
  reason: string | null;
  takenBackOn: string;
  because: string;
}

/** The last refusal of an amendment that was taken back, as the journal keeps it; of a hidden one its place alone shows. */
export const formerRefusalOf = async (
  { db, batch }: Context,
  { id, status }: Amendment,
): Promise<FormerRefusal | null> => {
  if (status === "HIDDEN") return null;
  const name = "amendment: former refusals";
  const found = await batch(name, async (ids) => {
    const text = `select distinct on (j.subject_id) j.subject_id as key, j.data->'was'->>'on' as on,
        j.data->'was'->>'reason' as reason, j.recorded_on::text as "takenBackOn", j.data->>'reason' as because
      from journal_entry j where j.subject_type = 'amendment' and j.subject_id = any($1::uuid[])
        and j.event = 'amendment.reconsidered' order by j.subject_id, j.recorded_at desc nulls last`;
    return keyed(await prepared<FormerRefusal & { key: string }>(db, name, text, [ids]), ({ key }) => key);
  })(id);
  return found ?? null;
};
