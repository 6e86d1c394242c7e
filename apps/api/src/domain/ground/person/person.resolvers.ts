import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { config } from "../../../platform/config.ts";
import { keptMails } from "../../../platform/mail/mail.ts";
import { demoPersonas } from "./person.queries.ts";

export const personResolvers: Resolvers = {
  Query: {
    viewer: (_root, _args, { viewer }) => (viewer.id ? { ...viewer, id: viewer.id } : null),
    viewerCan: () => ({}),
    demoPersonas: (_root, _args, { db }) => (config.demo ? demoPersonas(db) : null),
    demoMails: () => (config.demo ? keptMails() : null),
  },
};
