import type { CurationKind } from "../../../graphql/resolvers.generated.ts";
import { subjectsTold } from "../../../platform/subjects.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { openAmendment } from "../amendment/amendment.sql.ts";
import { openProposal } from "../proposal/proposal.sql.ts";

/** SQL: nobody answered a text of a kind. */
const unanswered = (kind: CurationKind, id: string) => `not exists (select from curation_answer a
  where a.kind = '${kind}' and a.text_id = ${id} and a.lifted_at is null)`;

/** SQL: what else than a proposal a question `r` may be about, as anybody reads it. */
const askedAbout = () =>
  subjectsTold()
    .filter(([kind]) => kind !== "PROPOSAL" && kind !== "AMENDMENT")
    .map(
      ([
        kind,
        { table, readable, told },
      ]) => `select ${told.title} as title, ${told.words} as words, ${told.path} as path,
        ${told.group} as group_id from ${table} it where r.subject = '${kind}' and it.id = r.subject_id and (${readable})`,
    )
    .join(" union all ");

/** Texts of one kind that wait: what they are read from, and what they are in order by. */
interface Waiting {
  kind: CurationKind;
  day: string;
  id: string;
  text: string;
}

/**
 * Texts of groups `$1` that wait for an answer: of open proposals all kinds, elsewhere questions. The proposal of a reaction
 * is looked up behind « offset 0 »: the planner would compare each reaction with each proposal of the group.
 */
const waiting = (): Waiting[] => [
  {
    kind: "SUPPLY",
    day: "c.contributed_on",
    id: "c.id",
    text: `select 'SUPPLY' as kind, c.id, s.slot, c.body as text, null as about, c.author_name as "authorName",
        c.contributed_on::text as "givenOn", p.id as "proposalId", p.group_id as "groupId", null as title, null as path
      from supply s join contribution c on c.id = s.contribution_id and ${visible("c")}
        join proposal p on p.id = s.proposal_id and ${openProposal("p")}
      where p.group_id = any($1::uuid[]) and ${unanswered("SUPPLY", "c.id")}
        and not exists (select from supply_taking t where t.contribution_id = c.id)`,
  },
  {
    kind: "AMENDMENT",
    day: "m.proposed_on",
    id: "m.id",
    text: `select 'AMENDMENT' as kind, m.id, null as slot, m.text, m.before as about, m.author_name as "authorName",
        m.proposed_on::text as "givenOn", p.id as "proposalId", p.group_id as "groupId", null as title, null as path
      from amendment m join proposal p on p.id = m.proposal_id and ${openProposal("p")}
      where p.group_id = any($1::uuid[]) and ${openAmendment("m")} and ${unanswered("AMENDMENT", "m.id")}`,
  },
  {
    kind: "REACTION",
    day: "r.reacted_on",
    id: "r.id",
    text: `select 'REACTION' as kind, r.id, null as slot, r.text, null as about, r.author_name as "authorName",
        r.reacted_on::text as "givenOn", p.id as "proposalId", p.group_id as "groupId", null as title, null as path
      from reaction r left join amendment m on r.subject = 'AMENDMENT' and m.id = r.subject_id
        cross join lateral (select * from proposal o where o.id = coalesce(m.proposal_id, r.subject_id) offset 0) p
      where ${openProposal("p")} and r.subject in ('PROPOSAL', 'AMENDMENT') and p.group_id = any($1::uuid[]) and r.group_id = any($1::uuid[]) and ${visible("r")}
        and r.reply is null and ${unanswered("REACTION", "r.id")}`,
  },
  {
    kind: "REACTION",
    day: "r.reacted_on",
    id: "r.id",
    text: `select 'REACTION' as kind, r.id, null as slot, r.text, a.words as about, r.author_name as "authorName",
        r.reacted_on::text as "givenOn", null as "proposalId", a.group_id as "groupId", a.title, a.path
      from reaction r cross join lateral (${askedAbout()}) a
      where r.kind = 'QUESTION' and ${visible("r")} and a.group_id = any($1::uuid[])
        and r.reply is null and ${unanswered("REACTION", "r.id")}`,
  },
];

/** SQL: all texts of groups `$1` that wait. */
export const waits = () =>
  waiting()
    .map(({ text }) => text)
    .join(" union all ");

/** SQL: the oldest of each kind that wait in groups `$1`, at most so many; after a day `$2`, a kind `$3` and an id `$4`. */
export const oldestWaiting = (most: string, isAfter: boolean) =>
  waiting()
    .map(({ kind, day, id, text }) => {
      const after = `and (${day} > $2::date or (${day} = $2::date and ('${kind}' > $3::text or ('${kind}' = $3::text and ${id} > $4::uuid))))`;
      return `(${text} ${isAfter ? after : ""} order by ${day}, ${id} limit ${most})`;
    })
    .join(" union all ");
