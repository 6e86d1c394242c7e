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

/** SQL: texts of groups `$1` that wait for an answer: of open proposals all kinds, elsewhere questions. */
export const waits = () => `
  select 'SUPPLY' as kind, c.id, s.slot, c.body as text, null as about, c.author_name as "authorName",
    c.contributed_on::text as "givenOn", p.id as "proposalId", p.group_id as "groupId", null as title, null as path
  from supply s join contribution c on c.id = s.contribution_id and ${visible("c")}
    join proposal p on p.id = s.proposal_id and ${openProposal("p")}
  where p.group_id = any($1::uuid[]) and ${unanswered("SUPPLY", "c.id")}
    and not exists (select from supply_taking t where t.contribution_id = c.id)
  union all
  select 'AMENDMENT', m.id, null, m.text, m.before, m.author_name, m.proposed_on::text, p.id, p.group_id, null, null
  from amendment m join proposal p on p.id = m.proposal_id and ${openProposal("p")}
  where p.group_id = any($1::uuid[]) and ${openAmendment("m")} and ${unanswered("AMENDMENT", "m.id")}
  union all
  select 'REACTION', r.id, null, r.text, null, r.author_name, r.reacted_on::text, p.id, p.group_id, null, null
  from reaction r left join amendment m on r.subject = 'AMENDMENT' and m.id = r.subject_id
    join proposal p on p.id = coalesce(m.proposal_id, r.subject_id) and ${openProposal("p")}
  where r.subject in ('PROPOSAL', 'AMENDMENT') and p.group_id = any($1::uuid[]) and ${visible("r")}
    and r.reply is null and ${unanswered("REACTION", "r.id")}
  union all
  select 'REACTION', r.id, null, r.text, a.words, r.author_name, r.reacted_on::text, null, a.group_id, a.title, a.path
  from reaction r cross join lateral (${askedAbout()}) a
  where r.kind = 'QUESTION' and ${visible("r")} and a.group_id = any($1::uuid[])
    and r.reply is null and ${unanswered("REACTION", "r.id")}`;
