import { signaturesNeeded } from "@cahier/schema/limits";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { linkedCached } from "../../../platform/data/linked.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import { hiddenInPlace, visible } from "../../ground/moderation/status.sql.ts";
import { type MinorityPosition, MinorityPositions } from "./minority.entity.ts";
import { minorityPolicy } from "./minority.policy.ts";

/** SQL: number of people and organisations that signed a position; one whose page a moderator hid counts no more. */
export const signatureCount = (
  it: string,
) => `((select count(*) from minority_signature sig where sig.position_id = ${it}.id)
  + (select count(*) from organisation_signature org join organisation o on o.id = org.organisation_id and ${visible("o")}
     where org.position_id = ${it}.id))::int`;

/** SQL: positions `it` that are attached and visible, so public. */
export const attachedMinorityPosition = (it = "it") => `${visible(it)} and (${it}.territory_id is not null
  or ${signatureCount(it)} >= ${signaturesNeeded})`;

/**
 * Positions against a synthesis, in opening order: attached ones, the places of those that a moderator hid, and to
 * signed-in viewers those that wait for signatures. Who signed one reads it, hidden as well.
 */
export const minorityPositionsOf = (context: Context, synthesisId: string) =>
  positionsBeside(context, "synthesis_id", synthesisId);

/** The same for a proposal, with the reserves and local variants of regions. */
export const minorityPositionsOfProposal = (context: Context, proposalId: string) =>
  positionsBeside(context, "proposal_id", proposalId);

/** SQL: the viewer `$2` signed, or an organisation of theirs did. */
const signed = `(exists (select from minority_signature own where own.position_id = it.id and own.person_id = $2)
  or exists (select from organisation_signature org join organisation_member om on om.organisation_id = org.organisation_id
    where org.position_id = it.id and om.person_id = $2 and om.role <> 'ASKED'))`;

const positionsBeside = async (
  context: Context,
  beside: "synthesis_id" | "proposal_id",
  id: string,
): Promise<MinorityPosition[]> => {
  const rows = await linkedCached<MinorityPosition & { signed?: boolean }>(
    context,
    `minority: positions by ${beside}`,
    MinorityPositions,
    `it.${beside} as key, ${signed} as signed from minority_position it
     where it.${beside} = any($1::uuid[]) and (${attachedMinorityPosition()} or $2::uuid is not null and ${visible("it")}
       or ${hiddenInPlace("MINORITY_POSITION", "it")} or ${signed}) order by it.id`,
    id,
    [context.viewer.id],
  );
  return rows.map(({ signed: own, ...it }) => (it.status === "HIDDEN" && !own ? placeOf(it) : it));
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

/** A signature of a position. */
interface Signature {
  positionId: string;
  name: string;
  own: boolean;
  /** The organisation that signed; null for a person. */
  organisationId: string | null;
}

/** Signatures of a position, by name: their order in time is nobody's to read. */
export const signaturesOf = async ({ db, cached, viewer }: Context, positionId: string): Promise<Signature[]> => {
  const of = [viewer.id];
  const each = async (ids: string[]) => {
    const rows = await prepared<Signature>(
      db,
      "minority: signatures",
      `select s.position_id as "positionId", p.display_name as name, s.person_id is not distinct from $2 as own,
         null::uuid as "organisationId", p.id
       from minority_signature s join person p on p.id = s.person_id where s.position_id = any($1::uuid[])
       union all select org.position_id, o.name, false, o.id, o.id
       from organisation_signature org join organisation o on o.id = org.organisation_id and ${visible("o")}
       where org.position_id = any($1::uuid[]) order by name, id`,
      [ids, ...of],
    );
    return grouped(rows, (row) => row.positionId);
  };
  return (await cached("minority: signatures", each, of)(positionId)) ?? [];
};

/** The regions in whose name the viewer may speak. */
export async function regionsToSpeakFor({ db, viewer }: Context): Promise<Territory[]> {
  const ids = viewer.roles.flatMap(({ role, territoryId }) => (role === "REFERENT" && territoryId ? territoryId : []));
  if (ids.length === 0) return [];
  const tail = "where it.id = any($1::uuid[]) order by it.name, it.id";
  const territories = await rowsOf(db, Territories, "minority: regions", tail, [ids]);
  return territories.filter((territory) => minorityPolicy.speakFor(viewer, territory));
}
