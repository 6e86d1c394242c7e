import { interlocutorFields } from "@cahier/schema/ground/interlocutor.fields";
import { initiativeFields } from "@cahier/schema/propose/initiative.fields";
import { dayOf } from "../../../platform/day.ts";
import { readableInitiative } from "../../propose/initiative/initiative.queries.ts";
import { everyHandover } from "../../carry/handover/handover.queries.ts";
import { handoverState } from "../../carry/handover/handover.state.ts";
import { everyInterlocutor } from "../../ground/interlocutor/interlocutor.queries.ts";
import { readableProposal } from "../../propose/proposal/proposal.queries.ts";
import { attachedMinorityPosition, signatureCount } from "../../propose/minority/minority.queries.ts";
import {
  type ChainTable,
  code,
  codes,
  count,
  day,
  fieldsOf,
  nobody,
  readProposal,
  said,
  selectedOf,
} from "./chain.columns.ts";
import { decisionTables } from "./chain.adoptions.ts";
import { givenTables } from "./chain.given.ts";

/** The tables of proposals, each after those that its ids are of: `passages` and `keyPoints` stand before. */
export const proposalTables = (openPassages: string, statedKeyPoints: string): ChainTable[] => [
  {
    name: "proposals",
    by: ["id"],
    columns: [
      ...codes("id", "slug", "group"),
      ...count("number", "edit"),
      ...said("title", "summary"),
      ...codes("state"),
      ...day("createdOn"),
      ...day("stateOn"),
      ...said("stateReason"),
      // Proposals too: those that anybody reads, since what was merged or split was public.
      ...codes("mergedInto", "splitFrom", "levers", "address"),
    ],
    select: `select p.id, p.slug, g.slug as "group", p.number, p.version as edit, p.title, p.summary, p.state,
      p.created_on as "createdOn", p.state_on as "stateOn", p.state_reason as "stateReason",
      p.merged_into_id as "mergedInto", p.split_from_id as "splitFrom", p.lever_types as levers
      from proposal p join working_group g on g.id = p.group_id where ${readableProposal(nobody, "p")}`,
    address: ({ slug }, origin) => `${origin}/proposals/${slug}`,
  },
  {
    name: "proposalVersions",
    by: ["id"],
    columns: [
      code("id"),
      code("proposal", "proposals"),
      ...count("number"),
      code("keptAt"),
      ...said("reason", "title", "summary"),
      code("hash"),
    ],
    select: `select v.id, v.proposal_id as proposal, v.number, v.kept_at as "keptAt", v.reason,
      v.content->>'title' as title, v.content->>'summary' as summary, v.hash
      from proposal_version v join ${readProposal("v")}`,
  },
  {
    name: "versionStatements",
    by: ["version", "statement"],
    columns: [
      code("version", "proposalVersions"),
      // A statement removed since is in no other table.
      code("statement"),
      code("part"),
      ...count("position"),
      ...said("text"),
    ],
    select: `select v.id as version, (s.it->>'id')::uuid as statement, s.it->>'part' as part, s.position::int, s.it->>'text' as text
      from proposal_version v join ${readProposal("v")}
      cross join jsonb_array_elements(v.content->'statements') with ordinality s(it, position)`,
  },
  {
    name: "statements",
    by: ["id"],
    columns: [code("id"), code("proposal", "proposals"), code("part"), ...count("position", "edit"), ...said("text")],
    select: `select s.id, s.proposal_id as proposal, s.part, s.position, s.version as edit, s.text
      from statement s join ${readProposal("s")}`,
  },
  {
    name: "statementKeyPoints",
    by: ["statement", "keyPoint"],
    columns: [code("statement", "statements"), code("keyPoint", "keyPoints")],
    select: `select l.statement_id as statement, l.key_point_id as "keyPoint" from statement_key_point l
      join statement s on s.id = l.statement_id join ${readProposal("s")}
      where l.key_point_id in (${statedKeyPoints})`,
  },
  {
    name: "statementPassages",
    by: ["statement", "passage"],
    columns: [code("statement", "statements"), code("passage", "passages")],
    select: `select l.statement_id as statement, l.passage_id as passage from statement_passage l
      join statement s on s.id = l.statement_id join ${readProposal("s")} where l.passage_id in (${openPassages})`,
  },
  {
    name: "objections",
    by: ["id"],
    columns: [
      code("id"),
      code("proposal", "proposals"),
      ...count("position"),
      ...said("text", "reply"),
      code("blocking"),
    ],
    select: `select s.id, s.proposal_id as proposal, s.position, s.text, s.reply, s.blocking
      from objection s join ${readProposal("s")}`,
  },
  {
    name: "works",
    by: ["id"],
    columns: [code("id"), code("proposal", "proposals"), ...count("position"), ...said("title", "reference")],
    select: `select s.id, s.proposal_id as proposal, s.position, s.title, s.reference from work s join ${readProposal("s")}`,
  },
  {
    // Signatures appear only on the page of the proposal, where they can be withdrawn: a file outlives a withdrawal.
    name: "positions",
    by: ["id"],
    columns: [
      code("id"),
      code("proposal", "proposals"),
      code("positionKind"),
      ...said("text", "regionName"),
      ...count("signatures"),
      ...day("openedOn"),
    ],
    select: `select s.id, s.proposal_id as proposal, s.kind as "positionKind", s.text, t.name as "regionName",
      ${signatureCount("s")} as signatures, s.opened_on as "openedOn"
      from minority_position s join ${readProposal("s")} left join territory t on t.id = s.territory_id
      where ${attachedMinorityPosition("s")}`,
  },
  {
    name: "initiatives",
    by: ["id"],
    columns: [
      ...codes("id", "slug"),
      ...fieldsOf(initiativeFields, "initiative_field"),
      code("region"),
      ...said("regionName"),
      ...codes("state", "address"),
    ],
    select: `select i.id, i.slug, ${selectedOf(initiativeFields, "i")}, t.code as region, t.name as "regionName",
      i.state
      from initiative i left join territory t on t.id = i.region_id where ${readableInitiative(nobody, "i")}`,
    address: ({ slug }, origin) => `${origin}/initiatives/${slug}`,
  },
  {
    name: "proposalInitiatives",
    by: ["proposal", "initiative"],
    columns: [code("proposal", "proposals"), code("initiative", "initiatives")],
    select: `select l.proposal_id as proposal, l.initiative_id as initiative from proposal_initiative l
      join ${readProposal("l")} join initiative i on i.id = l.initiative_id and ${readableInitiative(nobody, "i")}`,
  },
  {
    name: "interlocutors",
    by: ["id"],
    columns: [...codes("id", "slug"), ...fieldsOf(interlocutorFields, "interlocutor_field"), code("address")],
    rows: async (context) => everyInterlocutor(context),
    address: ({ slug }, origin) => `${origin}/interlocutors/${slug}`,
  },
  {
    name: "asks",
    by: ["id"],
    columns: [
      code("id"),
      code("proposal", "proposals"),
      code("interlocutor", "interlocutors"),
      ...count("position"),
      ...said("text"),
    ],
    select: `select s.id, s.proposal_id as proposal, s.interlocutor_id as interlocutor, s.position, s.text
      from ask s join ${readProposal("s")}`,
  },
  {
    name: "handovers",
    by: ["id"],
    columns: [
      code("id"),
      code("proposal", "proposals"),
      code("interlocutor", "interlocutors"),
      ...said("ask"),
      ...codes("state"),
      ...day("contactedOn", "handedOverOn", "replyBy"),
      code("address"),
    ],
    rows: async (context) =>
      (await everyHandover(context)).map((it) => ({
        ...it,
        proposal: it.proposalId,
        interlocutor: it.interlocutorId,
        state: handoverState(it, dayOf(context.now)),
      })),
    address: ({ id }, origin) => `${origin}/handovers/${id}`,
  },
  {
    name: "replies",
    by: ["handover"],
    columns: [code("handover", "handovers"), ...day("repliedOn"), code("stance"), ...said("text")],
    rows: async (context) =>
      (await everyHandover(context)).flatMap(({ id, repliedOn, replyStance, replyText }) =>
        repliedOn && replyStance ? [{ handover: id, repliedOn, stance: replyStance, text: replyText }] : [],
      ),
  },
  ...decisionTables,
  ...givenTables,
];
