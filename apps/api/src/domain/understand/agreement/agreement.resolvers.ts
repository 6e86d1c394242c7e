import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { agreementByKeyPoint, agreementsOf, alphaIn, disagreementsIn } from "./agreement.queries.ts";

export const agreementResolvers: Resolvers = {
  ReadingDesk: {
    agreements: (readingDesk, _, context) => agreementsOf(context, readingDesk),
  },
  ReadingAgreement: {
    alpha: (agreement) => alphaIn(agreement),
    disagreements: (agreement) => disagreementsIn(agreement),
    keyPoints: (agreement) => agreementByKeyPoint(agreement),
  },
  KeyPointAgreement: {
    id: ({ keyPointId }) => keyPointId,
    disagreements: ({ differing }) => differing,
  },
  ReadingDisagreement: {
    id: ({ contributionId }) => contributionId,
    first: ({ sides }) => sides[0],
    second: ({ sides }) => sides[1],
    contribution: async ({ contributionId }, _, { load }) => (await load(Contributions, contributionId))!,
  },
  ReadingSide: {
    async keyPoints({ codes }, _, { load }) {
      const rows = await Promise.all(codes.map((id) => load(KeyPoints, id)));
      return rows.filter((row) => row !== null).toSorted((a, b) => a.number - b.number);
    },
  },
};
