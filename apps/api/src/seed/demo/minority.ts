import { MinorityPositions, MinoritySignatures } from "../../domain/propose/minority/minority.entity.ts";
import { content } from "../content.ts";
import type { Demo } from "./rows.ts";

interface Source {
  id: string;
  synthesisId: string;
  /** Null where people hold it. */
  regionCode2012?: string;
  openedById: string;
  openedAt: string;
  signedByIds: string[];
  text: string;
}

/** Minority positions: of a region on a synthesis, and of two people who wait for a third. */
export function minorityPositions({ clock, ids, put, territory }: Demo) {
  const positions = content<Source[]>("minority-positions.json").filter(({ openedAt }) => clock.past(openedAt));
  put(
    MinorityPositions,
    positions.map(({ id, synthesisId, regionCode2012, openedById, openedAt, text }) => ({
      id: ids.ordered(id),
      key: `demo-${id}`,
      synthesisId: ids.ordered(synthesisId),
      text,
      territoryId: regionCode2012 ? territory("REGION_2012", regionCode2012).id : null,
      openedById: ids.ordered(openedById),
      openedOn: clock.day(openedAt),
    })),
  );
  put(
    MinoritySignatures,
    positions.flatMap(({ id, signedByIds }) =>
      signedByIds.map((personId) => ({ positionId: ids.ordered(id), personId: ids.ordered(personId) })),
    ),
  );
}
