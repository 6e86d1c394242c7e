import { room } from "../../../platform/room.ts";
import { moderatedOrganisation } from "./moderated.ts";
import { OrganisationInvitations, OrganisationMembers, Organisations } from "./organisation.entity.ts";
import { forgetInvitations, leaveWith } from "./organisation.purges.ts";
import { organisationResolvers } from "./organisation.resolvers.ts";

export const organisationRoom = room({
  tables: [Organisations, OrganisationMembers, OrganisationInvitations],
  resolvers: [organisationResolvers],
  usesTerms: { ORGANISATION_TYPE: "select kind from organisation" },
  moderated: { ORGANISATION: moderatedOrganisation },
  hears: { "person.erased": leaveWith },
  purges: { invitation: forgetInvitations },
});
