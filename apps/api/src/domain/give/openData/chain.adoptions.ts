import { type ChainTable, code, codes, count, day, readProposal, said } from "./chain.columns.ts";

/** The tables of what was decided of proposals, after those of proposals. */
export const decisionTables: ChainTable[] = [
  {
    name: "decisions",
    by: ["id"],
    columns: [
      code("id"),
      code("proposal", "proposals"),
      ...day("decidedOn"),
      code("meeting"),
      ...said("meetingTitle"),
      code("method"),
      ...count("votesFor", "votesAgainst", "abstentions", "quorum"),
      ...said("note"),
      ...count("versionNumber"),
      code("hash"),
    ],
    select: `select a.id, a.proposal_id as proposal, a.decided_on as "decidedOn", m.slug as meeting,
      m.title as "meetingTitle", a.method, a.votes_for as "votesFor", a.votes_against as "votesAgainst", a.abstentions,
      a.quorum, a.note, a.version_number as "versionNumber", a.hash
      from adoption a join ${readProposal("a")} join meeting m on m.id = a.meeting_id`,
  },
  {
    name: "presences",
    by: ["decision", "territory"],
    columns: [
      code("decision", "decisions"),
      ...codes("territory", "territoryKind", "territoryCode"),
      ...said("territoryName"),
      ...count("people"),
    ],
    select: `select a.id as decision, t.id as territory, t.kind as "territoryKind", t.code as "territoryCode",
      t.name as "territoryName", (s.it->>'people')::int as people
      from adoption a join ${readProposal("a")} cross join jsonb_array_elements(a.presence) s(it)
      join territory t on t.id = (s.it->>'territoryId')::uuid`,
  },
  {
    name: "errata",
    by: ["id"],
    columns: [code("id"), code("proposal", "proposals"), ...day("addedOn"), ...said("text")],
    select: `select e.id, e.proposal_id as proposal, e.added_on as "addedOn", e.text
      from erratum e join ${readProposal("e")}`,
  },
];
