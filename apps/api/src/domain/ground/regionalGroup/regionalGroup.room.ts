import { room } from "../../../platform/room.ts";
import { forgetCandidacies, leaveWith } from "./candidacy.purges.ts";
import { Candidacies, RegionalGroups, RegionalMembers } from "./regionalGroup.entity.ts";
import { namesOfRegionalGroups } from "./regionalGroup.queries.ts";
import { regionalGroupResolvers } from "./regionalGroup.resolvers.ts";

export const regionalGroupRoom = room({
  tables: [RegionalGroups, RegionalMembers, Candidacies],
  resolvers: [regionalGroupResolvers],
  hears: { "person.erased": leaveWith },
  purges: { candidacy: forgetCandidacies },
  reserves: namesOfRegionalGroups,
});
