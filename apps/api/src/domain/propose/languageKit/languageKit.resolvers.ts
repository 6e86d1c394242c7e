import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { nameOf } from "../../ground/person/person.queries.ts";
import { Syntheses } from "../../understand/synthesis/synthesis.entity.ts";
import { writeLanguageKit } from "./languageKit.commands.ts";
import { beyondFoodOf, kitOf, versionsOfKit } from "./languageKit.queries.ts";

export const languageKitResolvers: Resolvers = {
  Query: {
    languageKit: (_, { group }, context) => kitOf(context, group),
  },
  Mutation: {
    writeLanguageKit: (_, { input }, { run }) => run((tx) => writeLanguageKit(tx, input)),
  },
  LanguageKit: {
    group: async ({ id }, _, { load }) => (await load(WorkingGroups, id))!,
    oneSentence: ({ words }) => words.oneSentence,
    thirtySeconds: ({ words }) => words.thirtySeconds,
    arguments: ({ words }) => words.arguments,
    sayRather: ({ words }) => words.sayRather,
    commitments: ({ words }) => words.commitments,
    objections: ({ words }) => words.objections,
    beyondFood: ({ id }, _, context) => beyondFoodOf(context, id),
    versions: ({ id }, _, context) => versionsOfKit(context, id),
    viewerCan: ({ id }, _, { viewer }) => ({ edit: readingPolicy.hold(viewer, id) }),
  },
  KitArgument: {
    synthesis: async ({ synthesisId }, _, { load }) => {
      const synthesis = await load(Syntheses, synthesisId);
      return synthesis?.state === "DRAFT" ? null : synthesis;
    },
  },
  LanguageKitVersion: {
    oneSentence: ({ words }) => words.oneSentence,
    thirtySeconds: ({ words }) => words.thirtySeconds,
    writtenBy: ({ writtenById }, _, context) => nameOf(context, writtenById),
  },
};
