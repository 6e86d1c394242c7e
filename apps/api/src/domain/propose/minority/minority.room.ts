import { room } from "../../../platform/room.ts";
import { MinorityPositions, MinoritySignatures, OrganisationSignatures } from "./minority.entity.ts";
import { erasePositions, removePositionAgain } from "./minority.erasure.ts";
import { moderatedPosition } from "./moderated.ts";
import { minorityResolvers } from "./minority.resolvers.ts";

export const minorityRoom = room({
  tables: [MinorityPositions, MinoritySignatures, OrganisationSignatures],
  resolvers: [minorityResolvers],
  erases: { "minorityPosition.takenBack": removePositionAgain },
  hears: { "person.erased": erasePositions },
  moderated: { MINORITY_POSITION: moderatedPosition },
});
