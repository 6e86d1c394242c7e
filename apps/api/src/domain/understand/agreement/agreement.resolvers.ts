import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import { readingsOf } from "../reading/figures.queries.ts";
import {
  agreementByKeyPoint,
  agreementsOf,
  agreementsOn,
  disagreementsIn,
  disagreementsOn,
  measuredIn,
} from "./agreement.queries.ts";

export const agreementResolvers: Resolvers = {
  ReadingDesk: {
    async agreements(readingDesk, { objective }, context) {
      const all = await agreementsOf(context, readingDesk);
      return objective ? all.filter((it) => it.objective.slug === objective) : all;
    },
  },
  KeyPointBoard: {
    agreements: (board, _, context) => agreementsOn(context, board),
  },
  ReadingAgreement: {
    alpha: (agreement) => measuredIn(agreement).alpha,
    differing: (agreement) => measuredIn(agreement).differing,
    disagreements: (agreement, _, context) => disagreementsIn(context, agreement),
    keyPoints: (agreement) => agreementByKeyPoint(agreement),
  },
  KeyPointAgreement: {
    id: ({ keyPointId }) => keyPointId,
    disagreements: (agreement, _, context) => disagreementsOn(context, agreement),
  },
  ReadingDisagreement: {
    id: ({ contributionId }) => contributionId,
    first: ({ contributionId, sides }) => ({ contributionId, reader: 0, codes: sides[0] }),
    second: ({ contributionId, sides }) => ({ contributionId, reader: 1, codes: sides[1] }),
    contribution: async ({ contributionId }, _, { load }) => (await load(Contributions, contributionId))!,
  },
  ReadingSide: {
    name: async ({ contributionId, reader }, _, context) => (await readingsOf(context, contributionId))[reader]!.name,
    async keyPoints({ codes }, _, { load }) {
      const rows = await Promise.all(codes.map(async (id) => load(KeyPoints, id)));
      return rows.filter((row) => row !== null).toSorted((a, b) => a.number - b.number);
    },
  },
};
