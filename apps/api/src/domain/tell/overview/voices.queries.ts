import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { published } from "../../understand/synthesis/synthesis.sql.ts";

/** What a group is shown by: what its syntheses quote; its last two contributions, as long as none quotes anything. */
export async function voicesOf(context: Context, groupId: string): Promise<Contribution[]> {
  const quoted = await quotedOf(context, groupId);
  return quoted.length > 0 ? quoted : lastOf(context, groupId);
}

/** The shortest of the contributions that each published synthesis of a group quotes, the newest synthesis first. */
const quotedOf = (context: Context, groupId: string): Promise<Contribution[]> =>
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

const newest = "contributed_on desc, id desc limit 2";

/** The last two contributions of a group that anybody may read: two an objective, then the newest of these. */
const lastOf = (context: Context, groupId: string): Promise<Contribution[]> =>
  linked(
    context,
    "group: last voices",
    Contributions,
    `asked.key
     from unnest($1::uuid[]) asked(key) cross join lateral (
       select own.id from objective o cross join lateral (
         select c.id, c.contributed_on from contribution c
         where c.objective_id = o.id and ${visible("c")} order by ${newest}) own
       where o.group_id = asked.key order by ${newest}) last
     join contribution it on it.id = last.id order by it.contributed_on desc, it.id desc`,
    groupId,
  );
