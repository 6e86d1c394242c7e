import type { CurationKind } from "../../../graphql/resolvers.generated.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { openAmendment } from "../amendment/amendment.sql.ts";
import { openProposal } from "../proposal/proposal.sql.ts";

/** SQL: nobody answered a text of a kind. */
const unanswered = (kind: CurationKind, id: string) => `not exists (select from curation_answer a
  where a.kind = '${kind}' and a.text_id = ${id} and a.lifted_at is null)`;

/** SQL: texts of open proposals of groups `$1` that wait for an answer, of every kind. */
export const waits = `
  select 'SUPPLY' as kind, c.id, s.slot, c.body as text, null as about, c.author_name as "authorName",
    c.contributed_on::text as "givenOn", p.id as "proposalId", p.group_id as "groupId"
  from supply s join contribution c on c.id = s.contribution_id and ${visible("c")}
    join proposal p on p.id = s.proposal_id and ${openProposal("p")}
  where p.group_id = any($1::uuid[]) and ${unanswered("SUPPLY", "c.id")}
    and not exists (select from supply_taking t where t.contribution_id = c.id)
  union all
  select 'AMENDMENT', m.id, null, m.text, m.before, m.author_name, m.proposed_on::text, p.id, p.group_id
  from amendment m join proposal p on p.id = m.proposal_id and ${openProposal("p")}
  where p.group_id = any($1::uuid[]) and ${openAmendment("m")} and ${unanswered("AMENDMENT", "m.id")}
  union all
  select 'REACTION', r.id, null, r.text, null, r.author_name, r.reacted_on::text, p.id, p.group_id
  from reaction r left join amendment m on r.subject = 'AMENDMENT' and m.id = r.subject_id
    join proposal p on p.id = coalesce(m.proposal_id, r.subject_id) and ${openProposal("p")}
  where r.subject in ('PROPOSAL', 'AMENDMENT') and p.group_id = any($1::uuid[]) and ${visible("r")}
    and r.reply is null and ${unanswered("REACTION", "r.id")}`;
