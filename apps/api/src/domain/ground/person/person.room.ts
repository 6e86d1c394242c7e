import { purgeLinks, purgeSessions } from "../../../platform/server/session.ts";
import { room } from "../../../platform/room.ts";
import { purgeAddressChanges } from "./address.commands.ts";
import { AddressChanges } from "./address.entity.ts";
import { Consents } from "./consent.entity.ts";
import { forgetConsents } from "./consent.writes.ts";
import { erasePerson } from "./erase.writes.ts";
import { Persons } from "./person.entity.ts";
import { personResolvers } from "./person.resolvers.ts";
import { personRoutes } from "./person.routes.ts";
import { namesOfSite } from "./reserved.ts";
import { Sessions, Accounts, Verifications } from "./session.entity.ts";
import { composeSignIn } from "./signIn.mail.ts";

export const personRoom = room({
  tables: [Persons, AddressChanges, Consents, Sessions, Accounts, Verifications],
  resolvers: [personResolvers],
  routes: [personRoutes],
  erases: { "person.erased": (tx, id, { mode }) => erasePerson(tx, id, mode === "REMOVE_ALL" ? mode : "KEEP_TEXTS") },
  reserves: namesOfSite,
  composes: { signIn: composeSignIn },
  hurries: ["signIn"],
  purges: {
    addressChange: purgeAddressChanges,
    consent: forgetConsents,
    session: purgeSessions,
    signInLink: purgeLinks,
  },
});
