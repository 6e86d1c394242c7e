import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { published } from "../../understand/synthesis/synthesis.sql.ts";

/** The shortest of the contributions that each published synthesis of a group quotes, the newest synthesis first. */
export const voicesOf = (context: Context, groupId: string): Promise<Contribution[]> =>
  linkedCached(
    context,
    "group: voices",
    Contributions,
    `quoted.key
     from (select distinct on (o.id) o.group_id as key, o.number, c.id
           from objective o
           join synthesis s on s.objective_id = o.id and ${published("s")}
           join synthesis_version v on v.synthesis_id = s.id and v.version = s.version
           join synthesis_paragraph p on p.version_id = v.id and p.kind = 'QUOTE'
           join passage_citation l on l.paragraph_id = p.id join passage q on q.id = l.passage_id
           join contribution c on c.id = q.contribution_id and ${visible("c")}
           where o.group_id = any($1::uuid[]) order by o.id, length(c.body), c.id) quoted
     join contribution it on it.id = quoted.id order by quoted.number desc`,
    groupId,
  );
