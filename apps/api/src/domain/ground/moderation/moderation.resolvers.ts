import type { Resolvers } from "../../../graphql/resolvers.generated.ts";
import { dayOf } from "../../../platform/day.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { WorkingGroups } from "../group/group.entity.ts";
import { groupOf } from "../group/group.queries.ts";
import { nameOf } from "../person/person.queries.ts";
import { heldTextOf } from "./heldText.ts";
import { appealRuling, decideAppeal } from "./appeal.commands.ts";
import { appealCode, appealOn, appealsFor, appealsOnOwn, judgedElsewhere } from "./appeal.queries.ts";
import { besideOf, moderatedGroups, reportNotes, waitingCounts, waitingRows } from "./moderated.queries.ts";
import { ruleText, ruleTexts, undoRuling } from "./moderation.commands.ts";
import { chooseReview, chosenObjects, reviewedObjects, reviewsOf } from "./review.ts";
import { othersOf } from "./others.queries.ts";
import { reportText } from "./report.commands.ts";
import { takesAway } from "./ruling.entity.ts";
import { rulingsIn } from "./ruling.queries.ts";

/** Groups whose texts the viewer rules on. */
export interface ModerationDesk {
  groups: string[];
}

export const moderationResolvers: Resolvers = {
  Query: {
    async moderationDesk(_, __, context) {
      const groups = await moderatedGroups(context);
      return groups.length > 0 ? { groups } : null;
    },
    appeals: (_, __, context) => appealsFor(context),
  },
  Mutation: {
    appealRuling: (_, { input }, { run }) => run((act) => appealRuling(act, input)),
    decideAppeal: (_, { input }, { run }) => run((tx) => decideAppeal(tx, input)),
    chooseReview: (_, { input }, { run }) => run((tx) => chooseReview(tx, input)),
    reportText: (_, { input }, { run }) => run((act) => reportText(act, input)),
    ruleText: (_, { input }, { run }) =>
      run(async (tx) => {
        const ruling = await ruleText(tx, input);
        return { ruling, text: ruling.text };
      }),
    ruleTexts: (_, { input }, { run }) => run((tx) => ruleTexts(tx, input)),
    undoRuling: (_, { input }, { run }) =>
      run(async (tx) => {
        const ruling = await undoRuling(tx, input);
        return { ruling, text: ruling.text };
      }),
  },
  ViewerRights: {
    moderate: async (_, __, context) => (await moderatedGroups(context)).length > 0,
  },
  ModerationDesk: {
    heldCount: async ({ groups }, _, context) => (await waitingCounts(context, groups)).held,
    reportedCount: async ({ groups }, _, context) => (await waitingCounts(context, groups)).reported,
    busyCount: async ({ groups }, _, context) => (await waitingCounts(context, groups)).busy,
    heldSince: async ({ groups }, _, context) => (await waitingCounts(context, groups)).since,
    ownAppeals: (_, __, context) => appealsOnOwn(context),
    async held({ groups }, args, context) {
      const page = pageOf(args, 4, 50);
      const after = (page.after ?? [null, null, null, null]) as (string | null)[];
      const rows = await waitingRows(context, groups, after, page.limit + 1);
      return connection(rows.map(heldTextOf), page, ({ rank, since, kind, textId }) => [
        `${rank}`,
        since,
        kind,
        textId,
      ]);
    },
    reviews: ({ groups }, _, context) => reviewsOf(context, groups),
    async review({ groups }, { group: slug }, context) {
      const group = await groupOf(context, slug);
      return group && groups.includes(group.id) ? (await reviewsOf(context, [group.id]))[0]! : null;
    },
    async rulings({ groups }, args, context) {
      const page = pageOf(args, 1, 50);
      const rows = await rulingsIn(context, groups, (page.after?.[0] as string) ?? null, page.limit + 1);
      return connection(rows, page, ({ ruling }) => [ruling.id]);
    },
  },
  GroupReview: {
    chosen: ({ groupId }, _, context) => chosenObjects(context, groupId),
    objects: ({ groupId }, _, context) => reviewedObjects(context, groupId),
    group: async ({ groupId }, _, { load }) => (await load(WorkingGroups, groupId))!,
  },
  HeldText: {
    beside: (text, _, context) => besideOf(context, text),
    others: (text, _, context) => othersOf(context, text),
    reportNotes: (text, _, context) => (text.reports.length > 0 ? reportNotes(context, text) : []),
  },
  DeskRuling: {
    id: ({ ruling }) => ruling.id,
    ruledBy: ({ ruling }, _, context) => nameOf(context, ruling.ruledById),
  },
  DeskAppeal: { id: ({ appeal }) => appeal.id },
  Appeal: { decidedOn: ({ decidedAt }) => decidedAt && dayOf(decidedAt) },
  Ruling: {
    appealCode: ({ id, own, outcome }) => (own && takesAway(outcome) ? appealCode(id) : null),
    appeal: (ruling, _, context) => appealOn(context, ruling),
    judgedElsewhere: (ruling, _, context) => judgedElsewhere(context, ruling),
    ruledOn: ({ ruledAt }) => dayOf(ruledAt),
    former: ({ former }) => Object.entries(former).map(([name, text]) => ({ name, label: null, text, contacts: [] })),
  },
};
