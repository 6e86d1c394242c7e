import type { Context } from "../../../platform/context.ts";
import type { MinorityPositionKind } from "../../../graphql/resolvers.generated.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import type { Adoption, Erratum } from "../../propose/adoption/adoption.entity.ts";
import { adoptionOf, errataOf } from "../../propose/adoption/adoption.queries.ts";
import { minorityPolicy } from "../../propose/minority/minority.policy.ts";
import { minorityPositionsOfProposal, type Signatures, signaturesOf } from "../../propose/minority/minority.queries.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";

/** Adoption, errata and minorityPositions of a proposal, as published. */
export interface AdoptionFacts {
  adoption: (Adoption & { meeting: string; places: { name: string; people: number }[] }) | null;
  errata: Erratum[];
  minorityPositions: Position[];
}

/**
 * Position beside an adopted text: what a region, or three people, hold against it; the reserve of a regional group, or
 * how it does it at home.
 */
export interface Position {
  kind: MinorityPositionKind;
  text: string;
  region: string | null;
  signedBy: Signatures;
}

export async function adoptionFactsOf(context: Context, proposalId: string): Promise<AdoptionFacts> {
  const [adoption, errata, minorityPositions] = await Promise.all([
    adoptionOf(context, proposalId),
    errataOf(context, proposalId),
    minorityPositionsOf(context, proposalId),
  ]);
  if (!adoption) return { adoption: null, errata, minorityPositions };
  const meeting = (await context.load(Meetings, adoption.meetingId))!.title;
  const places = await Promise.all(
    adoption.presence.map(async ({ territoryId, people }) => ({
      name: (await context.load(Territories, territoryId))!.name,
      people,
    })),
  );
  return { adoption: { ...adoption, meeting, places }, errata, minorityPositions };
}

/** Answers the minorityPositions that stand, whoever asks: one that waits for signatures is in no file. */
async function minorityPositionsOf(context: Context, proposalId: string): Promise<Position[]> {
  const all = await Promise.all(
    (await minorityPositionsOfProposal(context, proposalId)).map(async (position) => {
      const [signatures, territory] = await Promise.all([
        signaturesOf(context, position.id),
        context.load(Territories, position.territoryId),
      ]);
      if (!minorityPolicy.isAttached(position, signatures.count)) return [];
      const { kind, text } = position;
      return [{ kind, text, region: territory?.name ?? null, signedBy: signatures }];
    }),
  );
  return all.flat();
}
