import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { Persons } from "../../ground/person/person.entity.ts";
import { leversNamed } from "../../ground/theme/theme.queries.ts";
import { initiativesNamed, keyPointsNamed, passagesNamed, versionsOf } from "./version.queries.ts";

/** The office that was asked, or the one it was merged into since. */
async function officeNamed(context: Context, id: string) {
  const office = (await context.load(Interlocutors, id))!;
  return (await context.load(Interlocutors, office.mergedIntoId)) ?? office;
}

export const proposalVersionResolvers: Resolvers = {
  Proposal: {
    versions: ({ id }, _, context) => versionsOf(context, id),
    versionNumbered: async ({ id }, { number }, context) =>
      (await versionsOf(context, id)).find((one) => one.number === number) ?? null,
  },
  ProposalVersion: {
    authorName: async ({ authorId }, _, context) => (await context.load(Persons, authorId))?.displayName || null,
    title: ({ content }) => content.title,
    summary: ({ content }) => content.summary,
    levers: ({ content }, _, context) => leversNamed(context, content.leverTypes),
    carriers: ({ content }) => content.carriers,
    statements: ({ content }) => content.statements,
    objections: ({ content }) => content.objections.map(({ id, text, reply }) => ({ objectionId: id, text, reply })),
    asks: ({ content }, _, context) =>
      Promise.all(
        content.asks.map(async ({ id, interlocutorId, text }) => ({
          askId: id,
          interlocutor: await officeNamed(context, interlocutorId),
          text,
        })),
      ),
    works: ({ content }) => (content.works ?? []).map(({ id, title, reference }) => ({ workId: id, title, reference })),
    initiatives: ({ content }, _, context) => initiativesNamed(context, content.examples),
  },
  VersionStatement: {
    statementId: ({ id }) => id,
    keyPoints: ({ keyPointIds }, _, context) => keyPointsNamed(context, keyPointIds),
    passages: ({ passageIds }, _, context) => passagesNamed(context, passageIds),
  },
};
