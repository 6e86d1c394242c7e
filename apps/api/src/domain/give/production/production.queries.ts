import { createHash } from "node:crypto";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { prepared, rowsById, rowsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Words } from "../../../platform/files/writing/writing.ts";
import { type PassageSource, sourcesOf } from "../synthesisFiles/source.ts";
import { noteOf } from "../synthesisFiles/source.words.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";
import { type Proposal, Proposals } from "../../propose/proposal/proposal.entity.ts";
import { type Production, type ProductionFile, ProductionFiles, Productions } from "./production.entity.ts";
import { standingProposal } from "../../propose/proposal/proposal.sql.ts";

/** Upper limit of a list: the newest are kept. */
const mostListed = 30;

/** Answers the productions of a group, newest first. */
export const productionsOf = ({ db }: Context, groupId: string): Promise<Production[]> =>
  rowsOf(
    db,
    Productions,
    "production: of group",
    `where it.group_id = $1 order by it.asked_at desc, it.id limit ${mostListed}`,
    [groupId],
  );

/** Answers the public productions of a group: the newest published of each kind and format. */
export const publicProductionsOf = (context: Context, groupId: string): Promise<Production[]> =>
  linked(
    context,
    "production: public",
    Productions,
    `it.group_id as key from production it
     where it.group_id = any($1::uuid[]) and it.published_at is not null and it.finished_at is not null
       and not exists (select from production later where later.group_id = it.group_id and later.kind = it.kind
         and later.format = it.format and later.published_at is not null and later.finished_at is not null
         and (later.asked_at, later.id) > (it.asked_at, it.id))
     order by it.kind desc, it.format desc`,
    groupId,
  );

/** One of them, by its id. */
export const productionOf = async ({ load }: Context, id: string): Promise<Production | null> =>
  isId(id) ? load(Productions, id) : null;

/** Answers the file of a production, with its bytes: read only to be downloaded. */
export async function fileOf({ db }: Pick<Context, "db">, productionId: string): Promise<ProductionFile | null> {
  const tail = "where it.production_id = $1";
  return (await rowsOf(db, ProductionFiles, "production: file", tail, [productionId]))[0] ?? null;
}

/** The proposals of a group that are presented: adopted first, then stabilised, then open. */
export const presentationOf = (context: Context, groupId: string): Promise<Proposal[]> =>
  linked(
    context,
    "production: presentation",
    Proposals,
    `it.group_id as key from proposal it
     where it.group_id = any($1::uuid[]) and ${standingProposal("it")}
     order by array_position(array['ADOPTED', 'STABILISED', 'OPEN'], it.state), it.number`,
    groupId,
  );

/** Reads the words of passages as published now, with their authors: the reference for the words in a file. */
export async function wordsOf(
  context: Context,
  passageIds: readonly string[],
  origin: string,
): Promise<{ digest: string; sources: PassageSource[] }> {
  const passages = await rowsById(context.db, Passages, [...passageIds]);
  const sources = await sourcesOf(context, passages);
  return { digest: digestOf(sources, origin), sources };
}

export function digestOf(sources: readonly PassageSource[], origin: string): string {
  const said = sources
    .map((source): [string, Words[]] => [source.passage.id, noteOf(source, origin)])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(said)).digest("base64url");
}

/** Puts a production back in the queue: words in its file were withdrawn, or their author appears otherwise. */
export const makeAgain = ({ db }: Pick<Context, "db">, { id, finishedAt }: Production) =>
  prepared(
    db,
    "production: make again",
    `with again as (
       update production set attempts = 0, held_until = null, progress = 0, step = 'WAITING', finished_at = null, size = null,
         turn = turn + 1
       where id = $1 and finished_at = $2 returning id
     ) delete from production_file f using again where f.production_id = again.id`,
    [id, finishedAt],
  );
