import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { eraseAccount } from "./erase.commands.ts";
import { editProfile } from "./person.commands.ts";
import { endSession } from "./session.commands.ts";
import { keptMails } from "../../../platform/mail/mail.ts";

export const personResolvers: Resolvers = {
  Mutation: {
    editProfile: (_, { input }, { run }) => run((tx) => editProfile(tx, input)),
    endSession: (_, { input }, { run }) => run((tx) => endSession(tx, input)),
    eraseAccount: (_, { input }, { run }) => run((tx) => eraseAccount(tx, input)),
  },
  Query: {
    viewer: (_root, _args, { viewer }) => (viewer.id ? { ...viewer, id: viewer.id } : null),
    viewerCan: () => ({}),
    demoMails: () => (config.demo ? keptMails() : null),
  },
};
