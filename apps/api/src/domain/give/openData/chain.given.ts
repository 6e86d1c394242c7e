/**
 * Amendments are unsigned: whether their author appears under a name is told, not which. An amendment that was
 * taken back leaves the table.
 */
import { readableProposal } from "../../propose/proposal/proposal.queries.ts";
import { became } from "../../propose/supply/became.ts";
import { type ChainTable, code, codes, day, nobody, readProposal, said } from "./chain.columns.ts";
import { visible } from "../../ground/moderation/status.sql.ts";

/** SQL source: supplies `u` to readable proposals, in visible contributions. */
const supplied = `supply u join ${readProposal("u")}
      join contribution c on c.id = u.contribution_id and ${visible("c")}`;

/** Tables of amendments, positions and supplies, after those of proposals. */
export const givenTables: ChainTable[] = [
  {
    // Names stay on the page, where their author may take them back: a file outlives that.
    name: "amendments",
    by: ["id"],
    columns: [
      code("id"),
      code("proposal", "proposals"),
      // A statement removed since is in no other table.
      code("statement"),
      code("part"),
      ...said("before", "text", "why"),
      code("state"),
      ...said("answer", "acceptedText"),
      ...day("proposedOn", "settledOn"),
      code("takenVersion", "proposalVersions", true),
      code("promotedTo", "proposals", true),
      ...codes("appearance", "region"),
      ...said("regionName"),
      code("address"),
    ],
    select: `select a.id, a.proposal_id as proposal, pr.slug, a.statement_id as statement, a.part, a.before, a.text, a.why,
      a.state, a.answer, a.accepted_text as "acceptedText", a.proposed_on as "proposedOn", a.settled_on as "settledOn",
      v.id as "takenVersion", own.id as "promotedTo",
      case when a.author_name is null then 'ANONYMOUS' else 'NAMED' end as appearance,
      t.code as region, t.name as "regionName"
      from amendment a join ${readProposal("a")}
      left join proposal_version v on v.proposal_id = a.proposal_id and v.number = a.version_number
      left join proposal own on own.id = a.promoted_to_id and ${readableProposal(nobody, "own")}
      left join territory f on f.id = a.territory_id left join territory t on t.id = f.region_id
      where ${visible("a")}`,
    address: ({ slug, id }, origin) => `${origin}/proposals/${slug}/amendments/${id}`,
  },
  {
    // The words are those of the contribution.
    name: "supplies",
    by: ["contribution"],
    columns: [code("contribution", "contributions"), code("proposal", "proposals"), code("slot"), ...said("source")],
    select: `select u.contribution_id as contribution, u.proposal_id as proposal, u.slot, u.source from ${supplied}`,
  },
  {
    // As far as it stands: in each proposal where it does.
    name: "supplyTakings",
    by: ["id", "became", "proposal"],
    columns: [
      code("id"),
      code("contribution", "supplies"),
      code("takenAs"),
      ...day("takenOn"),
      // The statement, the objection, the initiative… that it is: which table it is in depends on what it was taken as.
      code("became"),
      code("proposal", "proposals"),
    ],
    select: `select s.id, s.contribution_id as contribution, s.taken_as as "takenAs", s.taken_on as "takenOn",
      b.id as became, b.proposal_id as proposal
      from ${supplied} join supply_taking s on s.contribution_id = u.contribution_id
      cross join lateral (${became}) b
      join proposal at on at.id = b.proposal_id and ${readableProposal(nobody, "at")}`,
  },
];
