import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { answerAddress, changeAddress } from "./address.commands.ts";
import { AddressChanges } from "./address.entity.ts";
import { Persons } from "./person.entity.ts";
import { eraseAccount } from "./erase.commands.ts";
import { editProfile } from "./person.commands.ts";
import { endSession } from "./session.commands.ts";
import { keptMails } from "../../../platform/mail/mail.ts";

/** Changes of address that one person asks for, five times an hour. */
const changes = limiter({ name: "address change", most: 5, seconds: 3600 });

export const personResolvers: Resolvers = {
  Mutation: {
    answerAddress: (_, { input }, { run }) => run((tx) => answerAddress(tx, input)),
    async changeAddress(_, { input }, { db, viewer, run }) {
      // Counted apart: a refusal does not undo the count.
      const seconds = viewer.id ? await changes(db, viewer.id) : 0;
      return run(async (tx) => {
        if (seconds) throw new Refusal("TOO_MANY_TRIES", "address", String(seconds));
        return changeAddress(tx, input);
      });
    },
    editProfile: (_, { input }, { run }) => run((tx) => editProfile(tx, input)),
    endSession: (_, { input }, { run }) => run((tx) => endSession(tx, input)),
    eraseAccount: (_, { input }, { run }) => run((tx) => eraseAccount(tx, input)),
  },
  Viewer: {
    email: async ({ id }, _, { load }) => (await load(Persons, id))?.email ?? null,
    newAddress: async ({ id }, _, { db, now }) => {
      const change = await db.findOneBy(AddressChanges, { personId: id });
      return change && !change.outcome && change.expiresAt > now ? change.address : null;
    },
  },
  Query: {
    viewer: (_root, _args, { viewer }) => (viewer.id ? { ...viewer, id: viewer.id } : null),
    viewerCan: () => ({}),
    demoMails: () => (config.demo ? keptMails() : null),
  },
};
