import { longestList, signaturesNeeded } from "@cahier/schema/limits";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import { readByAll } from "../../understand/synthesis/synthesis.sql.ts";
import { publicProposal } from "../proposal/proposal.sql.ts";
import { rulingOn } from "../../ground/moderation/ruling.queries.ts";
import { hiddenInPlace, visible } from "../../ground/moderation/status.sql.ts";
import { type MinorityPosition, MinorityPositions } from "./minority.entity.ts";
import { minorityPolicy } from "./minority.policy.ts";

/** SQL: number of people and organisations that signed a position; one whose page a moderator hid counts no more. */
export const signatureCount = (
  it: string,
) => `((select count(*) from minority_signature sig where sig.position_id = ${it}.id)
  + (select count(*) from organisation_signature org join organisation o on o.id = org.organisation_id and ${visible("o")}
     where org.position_id = ${it}.id))::int`;

/** SQL: as many signatures of a position `it` as are needed, no more are counted. */
const signedByEnough = (it: string) => `(select count(*) from (
  (select from minority_signature sig where sig.position_id = ${it}.id limit ${signaturesNeeded}) union all
  (select from organisation_signature org join organisation o on o.id = org.organisation_id and ${visible("o")}
   where org.position_id = ${it}.id limit ${signaturesNeeded})) one) >= ${signaturesNeeded}`;

/** SQL: positions `it` that are attached and visible, so public. */
export const attachedMinorityPosition = (it = "it") =>
  `${visible(it)} and (${it}.territory_id is not null or ${signedByEnough(it)})`;

/**
 * Positions against a synthesis, in opening order: attached ones, the places of those that a moderator hid, and to
 * signed-in viewers those that wait for signatures. Who signed one, or speaks for its region, reads it, hidden as well. Of more than two hundred,
 * those that are attached come before the viewer's own, and these before those that wait.
 */
export const minorityPositionsOf = (context: Context, synthesisId: string) =>
  positionsBeside(context, "synthesis_id", synthesisId);

/** The same for a proposal, with the reserves and local variants of regions. */
export const minorityPositionsOfProposal = (context: Context, proposalId: string) =>
  positionsBeside(context, "proposal_id", proposalId);

/** Most positions that the page of a territory tells. */
const mostOfTerritory = 24;

/** Positions that a territory holds, and those within it, that anybody reads: the newest first. */
export const minorityPositionsOfTerritory = (context: Context, territoryId: string): Promise<MinorityPosition[]> =>
  linkedCached(
    context,
    "minority: positions by territory",
    MinorityPositions,
    `parent.id as key from unnest($1::uuid[]) parent (id) cross join lateral (
       select it.* from territory place join minority_position it on it.territory_id = place.id
         left join proposal p on p.id = it.proposal_id left join synthesis s on s.id = it.synthesis_id
       where parent.id in (place.id, place.region_id) and ${attachedMinorityPosition()}
         and (${publicProposal("p")} or ${readByAll("s")})
       order by it.id desc limit ${mostOfTerritory}) it
     order by it.id desc`,
    territoryId,
  );

/** SQL: the viewer `$2` signed, or an organisation of theirs did. */
const signed = `(exists (select from minority_signature own where own.position_id = it.id and own.person_id = $2)
  or exists (select from organisation_signature org join organisation_member om on om.organisation_id = org.organisation_id
    where org.position_id = it.id and om.person_id = $2 and om.role <> 'ASKED'))`;

/** SQL: the same, or the viewer speaks for the region `$3` that holds it. */
const theirs = `(${signed} or it.territory_id = any($3::uuid[]))`;

const positionsBeside = async (
  context: Context,
  beside: "synthesis_id" | "proposal_id",
  id: string,
): Promise<MinorityPosition[]> => {
  const rows = await linkedCached<MinorityPosition & { theirs?: boolean }>(
    context,
    `minority: positions by ${beside}`,
    MinorityPositions,
    `it.${beside} as key, it.theirs from unnest($1::uuid[]) parent (id) cross join lateral (
       select it.*, ${theirs} as theirs from minority_position it
       where it.${beside} = parent.id and (${attachedMinorityPosition()} or $2::uuid is not null and ${visible("it")}
         or ${hiddenInPlace("MINORITY_POSITION", "it")} or ${theirs})
       order by (${attachedMinorityPosition()}) desc, ${theirs} desc, it.id limit ${longestList}) it
     order by it.id`,
    id,
    [context.viewer.id, territoriesSpokenFor(context)],
  );
  return rows.map(({ theirs: own, ...it }) => (it.status === "HIDDEN" && !own ? placeOf(it) : it));
};

/** The place where a hidden position stood, as anybody reads it. Pure. */
const placeOf = (it: MinorityPosition): MinorityPosition => ({
  ...it,
  text: "",
  statusReason: null,
  territoryId: null,
});

/** True for the place of a hidden position: its holders are not named beside the reason. Pure. */
export const isPlace = ({ status, text }: MinorityPosition) => status === "HIDDEN" && text === "";

/** Signatories of a position. */
export interface Signatures {
  positionId: string;
  /** All of them. */
  count: number;
  /** True if the viewer did. */
  own: boolean;
  /** The same, or an organisation of theirs. */
  theirs: boolean;
  /** Two hundred at most, organisations before people; by name: their order in time is nobody's to read. An account that was erased has none. */
  named: { name: string; organisationId: string | null }[];
}

/** Those who signed a position. */
export const signaturesOf = async ({ db, cached, viewer }: Context, positionId: string): Promise<Signatures> => {
  const of = [viewer.id];
  const each = async (ids: string[]) => {
    const rows = await prepared<Signatures>(
      db,
      "minority: signatures",
      `select it.id as "positionId", ${signatureCount("it")} as count,
         exists (select from minority_signature own where own.position_id = it.id and own.person_id = $2) as own,
         ${signed} as theirs,
         (select coalesce(json_agg(json_build_object('name', name, 'organisationId', organisation) order by name, id), '[]')
          from (select * from (
            select p.display_name as name, null::uuid as organisation, p.id
            from minority_signature s join person p on p.id = s.person_id and p.display_name <> '' where s.position_id = it.id
            union all select o.name, o.id, o.id
            from organisation_signature org join organisation o on o.id = org.organisation_id and ${visible("o")}
            where org.position_id = it.id) one
          order by organisation is null, name, id limit ${longestList}) named) as named
       from minority_position it where it.id = any($1::uuid[])`,
      [ids, ...of],
    );
    return keyed(rows, (row) => row.positionId);
  };
  const none = { positionId, count: 0, own: false, theirs: false, named: [] };
  return (await cached("minority: signatures", each, of)(positionId)) ?? none;
};

/**
 * Ruling on a position for those whose words it is, who may appeal: whoever opened it, or speaks for its region. One
 * that masks gives them what it masked, which whoever signs afterwards does not read.
 */
export async function ownRulingOn(context: Context, position: MinorityPosition, speaks: boolean) {
  const { openedById, status, id } = position;
  const own =
    openedById === null
      ? status === "HIDDEN" && (await signaturesOf(context, id)).theirs
      : openedById === context.viewer.id;
  return !isPlace(position) && (own || speaks) ? rulingOn(context, "MINORITY_POSITION", id) : null;
}

/** True if the viewer speaks for the region that holds a position. */
export async function speaksFor({ load, viewer }: Context, { territoryId }: MinorityPosition): Promise<boolean> {
  const territory = await load(Territories, territoryId);
  return territory !== null && minorityPolicy.speakFor(viewer, territory);
}

/** The territories whose referent the viewer is. */
const territoriesSpokenFor = ({ viewer }: Context) =>
  viewer.roles.flatMap(({ role, territoryId }) => (role === "REFERENT" && territoryId ? territoryId : []));

/** The regions in whose name the viewer may speak. */
export async function regionsToSpeakFor(context: Context): Promise<Territory[]> {
  const { db, viewer } = context;
  const ids = territoriesSpokenFor(context);
  if (ids.length === 0) return [];
  const tail = "where it.id = any($1::uuid[]) order by it.name, it.id";
  const territories = await rowsOf(db, Territories, "minority: regions", tail, [ids]);
  return territories.filter((territory) => minorityPolicy.speakFor(viewer, territory));
}
