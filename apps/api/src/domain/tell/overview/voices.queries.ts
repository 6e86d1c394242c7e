import type { Context } from "../../../platform/context.ts";
import { linked, linkedCached } from "../../../platform/data/linked.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { quotesOf } from "../../understand/keyPoint/keyPoint.queries.ts";
import { published } from "../../understand/synthesis/synthesis.sql.ts";

/** Words that show a group: those its syntheses quote, or else stand on; before any, its last two contributions. */
export async function voicesOf(context: Context, groupId: string): Promise<Contribution[]> {
  for (const voices of [quotedOf, saidOf]) {
    const found = await voices(context, groupId);
    if (found.length > 0) return found;
  }
  return lastOf(context, groupId);
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

/** Contributions that say the first two key points of each published synthesis, of those these are judged by. */
async function saidOf(context: Context, groupId: string): Promise<Contribution[]> {
  const keyPoints = await linkedCached(
    context,
    "group: first key points cited",
    KeyPoints,
    `o.group_id as key
     from objective o
     join synthesis s on s.objective_id = o.id and ${published("s")}
     join synthesis_version v on v.synthesis_id = s.id and v.version = s.version
     cross join lateral (
       select l.key_point_id as id, min(p.position) as at
       from synthesis_paragraph p join citation l on l.paragraph_id = p.id and not l.against
       where p.version_id = v.id group by 1 order by 2, 1 limit 2) cited
     join key_point it on it.id = cited.id
     where o.group_id = any($1::uuid[]) order by o.number desc, cited.at, cited.id`,
    groupId,
  );
  const passages = await Promise.all(keyPoints.map(({ id }) => quotesOf(context, id)));
  const ids = new Set(passages.flat().map(({ contributionId }) => contributionId));
  const found = await Promise.all([...ids].map(async (id) => context.load(Contributions, id)));
  return found.filter((it) => it !== null);
}

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
