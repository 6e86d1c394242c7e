import type { RulingReason } from "../../../graphql/resolvers.generated.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { slugsAsked } from "../../../platform/data/placeSlug.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Contribution, Contributions } from "../../listen/contribution/contribution.entity.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { type Initiative, Initiatives } from "./initiative.entity.ts";
import { judgedGroups } from "./initiative.policy.ts";
import { hiddenFor } from "../../ground/moderation/ruling.queries.ts";
import { hiddenInPlace, notWithdrawn, visible, withdrawn } from "../../ground/moderation/status.sql.ts";
import { isOpened } from "../../ground/group/group.sql.ts";
import { publicInitiative } from "./initiative.sql.ts";

/** An act on a sheet, in the history for its team. */
interface HistoryEntry {
  id: string;
  event: string;
  on: string;
  actorName: string | null;
}

/** SQL: initiatives `it` the viewer may read: public ones, and for the team of a group all that were sent to it and are there. */
export const readableInitiative = (groups: string, it = "it") =>
  `(${publicInitiative(it)} or ${notWithdrawn(it)} and (${groups}::uuid[] is null or ${it}.group_id = any(${groups}::uuid[])))`;

/** A readable initiative by its slug. */
export async function initiativeToRead({ db, viewer }: Context, slug: string): Promise<Initiative | null> {
  const tail = `where it.slug = any($1::text[]) and ${readableInitiative("$2")}`;
  return (await rowsOf(db, Initiatives, "initiative: one", tail, [slugsAsked(slug), judgedGroups(viewer)]))[0] ?? null;
}

/** An initiative that a row names, while anybody may read it. */
export const publicInitiativeOf = async (context: Context, id: string | null): Promise<Initiative | null> => {
  const rest = `it.id as key from initiative it where it.id = any($1::uuid[]) and ${publicInitiative("it")}`;
  return id ? ((await linked(context, "initiative: public", Initiatives, rest, id))[0] ?? null) : null;
};

/** Reason a moderator hid a sheet that anybody had read; null for any other. */
export async function hiddenInitiative(context: Context, slug: string): Promise<RulingReason | null> {
  const tail = `where it.slug = any($1::text[]) and ${hiddenInPlace("INITIATIVE", "it")}`;
  const [found] = await rowsOf(context.db, Initiatives, "initiative: place", tail, [slugsAsked(slug)]);
  return found ? hiddenFor(context, "INITIATIVE", found) : null;
}

/** The day its author took back a sheet that anybody had read, by its former slug or the one that is left; null for any other. */
export async function withdrawnOn({ db }: Context, slug: string): Promise<string | null> {
  const tail = `where it.slug = any($1::text[]) and ${withdrawn("it")} and ${isOpened("it.group_id")}`;
  return (await rowsOf(db, Initiatives, "initiative: taken back", tail, [slugsAsked(slug)]))[0]?.statusOn ?? null;
}

/** An initiative by the code of its private link, in any state. The code is all the right it takes. */
export const proposedInitiative = async ({ db }: Context, code: string): Promise<Initiative | null> =>
  (
    await rowsOf(db, Initiatives, "initiative: of code", "where it.code_digest = $1", [
      await currentDigest(db, linkDigest("initiative", code)),
    ])
  )[0] ?? null;

/** Acts on a sheet, newest first. */
export const actsOn = async ({ db, batch }: Context, initiativeId: string): Promise<HistoryEntry[]> =>
  (await batch("initiative: acts", async (ids) => {
    const rows = await prepared<HistoryEntry & { key: string }>(
      db,
      "initiative: acts",
      `select j.subject_id as key, j.id, j.event, j.recorded_on as on, nullif(p.display_name, '') as "actorName"
       from journal_entry j left join person p on p.id = j.actor_id
       where j.subject_type = 'initiative' and j.subject_id = any($1::uuid[])
       order by j.recorded_on desc, j.recorded_at desc nulls last, j.id limit 2000`,
      [ids],
    );
    return grouped(rows, ({ key }) => key);
  })(initiativeId)) ?? [];

/** The examples of a proposal that anybody may read: one that was hidden since is left out. */
export const initiativesOfProposal = (context: Context, proposalId: string): Promise<Initiative[]> =>
  linked(
    context,
    "initiative: of proposals",
    Initiatives,
    `l.proposal_id as key from proposal_initiative l join initiative it on it.id = l.initiative_id
     where l.proposal_id = any($1::uuid[]) and ${publicInitiative("it")} order by it.name`,
    proposalId,
  );

/** The published contributions that tell of an initiative. */
export const contributionsTellingOf = (context: Context, initiativeId: string): Promise<Contribution[]> =>
  linked(
    context,
    "initiative: contributions",
    Contributions,
    `l.initiative_id as key from initiative_contribution l join contribution it on it.id = l.contribution_id
     where l.initiative_id = any($1::uuid[]) and ${visible("it")} order by it.contributed_on, it.id`,
    initiativeId,
  );
